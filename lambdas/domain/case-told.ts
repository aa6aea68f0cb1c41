import { type CaseFile, nextCase } from './case-file.ts';
import type { Category } from './policy.ts';
import { stop } from './script/intake.ts';
import { type GivenAnswer, mergeTold, type ToldAtOnce } from './script/merge-told.ts';
import type { Script } from './script/schema.ts';
import { holdsStop } from './script/stop-word.ts';

/** An item of the table holds 400 kB; words that do not fit stay with their report. */
const longestIntake = 200_000;
const mostMerged = 500;

/** What a report told, with all that it takes to put it into a case later. */
export interface Telling extends ToldAtOnce {
  /** Names the report, as it does what was said. */
  key: string;
  /** When it came in, epoch ms. */
  at: number;
  /** Of these the questions were that it answers. */
  category?: Category;
  service: string;
  locale: string;
}

export type ReportTold = Pick<Telling, 'key' | 'at' | 'answers' | 'consents'> & {
  /** The script whose questions it answers. */
  script: Script;
};

/**
 * Takes what a report told into the case, once for each report however often it is sent. A report
 * that had to wait for the table gives no consent that was decided on after it.
 */
export function takeTold(file: CaseFile, told: ReportTold, now: number): CaseFile {
  const merged = file.merged ?? [];
  if (!tellsAnything(told)) return file;
  if (merged.includes(told.key)) return stopsAgain(file, told, now);
  const long = JSON.stringify(file.intake).length + JSON.stringify(told.answers).length;
  const fits = long <= longestIntake;
  const answers = fits ? told.answers : told.answers.map(({ words: _words, ...one }) => one);
  const by = { at: told.at, by: 'reporter' };
  const known = file.intake.consents;
  const heard = mergeTold(told.script, file.intake, { ...told, answers }, by);
  const consents = heard.consents.filter(
    (one) =>
      known.includes(one) ||
      !one.given ||
      !known.some(({ kind, at }) => kind === one.kind && at > told.at),
  );
  const intake = { ...heard, consents };
  return nextCase(file, { intake, merged: [...merged, told.key].slice(-mostMerged) }, now);
}

/** A report that ended the contact does not begin it again by coming in a second time. */
function stopsAgain(file: CaseFile, { answers, at }: ReportTold, now: number): CaseFile {
  const { intake } = file;
  const said = ({ words = '' }: GivenAnswer) => holdsStop(words, intake.situation.stopWord);
  const stopped = intake.status === 'stopped' && answers.some(said);
  return stopped
    ? nextCase(file, { intake: stop(intake, Math.max(at, intake.stoppedAt ?? at)) }, now)
    : file;
}

export function tellsAnything({ answers, consents }: ToldAtOnce): boolean {
  return answers.length > 0 || consents.length > 0;
}
