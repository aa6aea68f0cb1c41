import { readdirSync, readFileSync } from 'node:fs';
import { type Category, isCategory, tierOf } from '../../lambdas/domain/policy.ts';
import { triageText } from '../../lambdas/domain/triage.ts';

export interface Labelled {
  text: string;
  /** Null: an ordinary matter. */
  category: Category | null;
}

/** A labelled sentence and what triage makes of it. */
export interface Judged extends Labelled {
  found: Category | null;
}

export const tunedSentences = (): Labelled[] => sentencesIn('./');
export const unseenSentences = (): Labelled[] => sentencesIn('./unseen/');

export function judged(sentences: readonly Labelled[]): Judged[] {
  return sentences.map((one) => ({ ...one, found: triageText(one.text)?.category ?? null }));
}

/** Whether it pages the trained team. */
export const isDanger = (category: Category | null) => category !== null && tierOf(category) === 1;

export interface Score {
  dangers: Judged[];
  missed: Judged[];
  inVain: Judged[];
  /** Of the dangers. */
  recall: number;
  /** Of what was raised. */
  precision: number;
  /** Of all with a category that were found at their tier. */
  named: number;
}

export function scoreOf(all: readonly Judged[]): Score {
  const dangers = all.filter(({ category }) => isDanger(category));
  const missed = dangers.filter(({ found }) => !isDanger(found));
  const inVain = all.filter(({ category, found }) => isDanger(found) && !isDanger(category));
  const hits = dangers.length - missed.length;
  const atTier = all.filter(
    ({ category, found }) =>
      category !== null && found !== null && tierOf(category) === tierOf(found),
  );
  return {
    dangers,
    missed,
    inVain,
    recall: hits / dangers.length,
    precision: hits / (hits + inVain.length),
    named: atTier.filter(({ category, found }) => category === found).length / atTier.length,
  };
}

function sentencesIn(folder: string): Labelled[] {
  const url = new URL(folder, import.meta.url);
  const files = readdirSync(url).filter((file) => file.endsWith('.tsv'));
  return files.flatMap((file) =>
    readFileSync(new URL(file, url), 'utf8').split('\n').flatMap(read),
  );
}

function read(line: string): Labelled[] {
  if (line === '') return [];
  const [text = '', category] = line.split('\t');
  if (category !== '-' && !isCategory(category)) throw new Error(`${category} labels "${text}"`);
  return [{ text, category: category === '-' ? null : category }];
}
