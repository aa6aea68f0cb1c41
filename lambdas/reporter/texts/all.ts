import type { Locale } from '../../domain/script/locales.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';
import { ja } from './ja.ts';
import type { ViewTexts } from './texts.ts';
import { zh } from './zh.ts';

export const viewTexts: Readonly<Record<Locale, ViewTexts>> = { id, en, zh, ja, ar, fr };
