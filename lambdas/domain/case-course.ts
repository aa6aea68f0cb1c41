import { type CaseFile, nextCase } from './case-file.ts';
import { consentFor, grant, type Recorded, withdraw } from './script/consent.ts';
import { answer, type Intake, nextQuestion, pause, resume, skip, stop } from './script/intake.ts';
import type { ConsentKind, Script } from './script/schema.ts';

/** What a responder does with the case of the alert that they have. */
export type Move =
  | { do: 'answer'; questionId: string; options?: string[]; words?: string }
  | { do: 'skip'; questionId: string }
  | { do: 'pause' }
  | { do: 'resume' }
  | { do: 'stop' }
  | { do: 'consent'; kind: ConsentKind; given: boolean }
  /** Something was done that rests on a consent, such as calling the police. */
  | { do: 'step'; kind: ConsentKind };

export type MoveRefusal = 'stopped' | 'full' | 'not_agreed';

/** Either the case as it is afterwards (the same object where nothing changed), or why not. */
export type Moved = { file: CaseFile; refused?: MoveRefusal };

/** An item of the table holds 400 kB, and a character takes up to three bytes of it. */
const mostCharacters = 100_000;

/**
 * One move in the course of a case. The question that it is about is named, so that a form that is
 * sent twice changes nothing the second time, and a page that has grown old does no harm.
 */
export function move(script: Script, file: CaseFile, what: Move, recorded: Recorded): Moved {
  const { intake } = file;
  const to = (next: Intake): Moved => ({ file: nextCase(file, { intake: next }, recorded.at) });
  switch (what.do) {
    case 'answer': {
      if (intake.status === 'stopped') return { file, refused: 'stopped' };
      if (JSON.stringify(intake.answers).length > mostCharacters) return { file, refused: 'full' };
      const { do: _, ...given } = what;
      return to(answer(script, intake, given, recorded));
    }
    case 'skip': {
      const answered = intake.answers.some((one) => one.questionId === what.questionId);
      return answered ? { file } : to(skip(intake, what.questionId));
    }
    case 'pause':
      return to(pause(script, intake));
    case 'resume':
      return intake.status === 'stopped'
        ? { file, refused: 'stopped' }
        : to(resume(intake, recorded.by));
    case 'stop':
      return intake.status === 'stopped' ? { file } : to(stop(intake, recorded.at));
    case 'consent': {
      const decide = what.given ? grant : withdraw;
      return to({ ...intake, consents: decide(intake.consents, what.kind, recorded) });
    }
    case 'step':
      return takeStep(file, what.kind, recorded);
  }
}

/** A second tap on the same button is not a second call to the police (ms). */
const sameTap = 10_000;

/** Step and consent are in one item, so none is recorded that does not rest on a consent. */
function takeStep(file: CaseFile, kind: ConsentKind, { at, by }: Recorded): Moved {
  const consent = consentFor(file.intake.consents, kind);
  if (consent === undefined) return { file, refused: 'not_agreed' };
  const { steps = [] } = file;
  const last = steps.findLast((one) => one.kind === kind);
  if (last?.by === by && at - last.at < sameTap) return { file };
  return {
    file: nextCase(file, { steps: [...steps, { kind, at, by, agreedAt: consent.at }] }, at),
  };
}

/** How far the script is: the question that is open, and how many were answered or skipped. */
export function progressOf(script: Script, intake: Intake) {
  const done = new Set([...intake.answers.map((one) => one.questionId), ...intake.skipped]);
  return { question: nextQuestion(script, intake), done: done.size };
}
