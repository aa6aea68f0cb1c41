import type { Locale } from '../../script/locales.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';
import { ja } from './ja.ts';
import type { QuestionTexts, Texts } from './texts.ts';
import { zh } from './zh.ts';

export type LineId = keyof typeof id.lines;
export type QuestionId = keyof typeof id.questions;

/** What is missing in a translation is said in Indonesian. */
export interface Translation {
  controls: Texts['controls'];
  options: Partial<Record<keyof typeof id.options, string>>;
  lines: Partial<Record<LineId, string>>;
  questions: Partial<Record<QuestionId, QuestionTexts>>;
}

export const source: Texts = id;
export const texts: Readonly<Record<Locale, Translation>> = { id, en, zh, ja, ar, fr };
