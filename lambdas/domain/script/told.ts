import { applies, type Answer, type Intake } from './intake.ts';
import type { Line, Script, Stage } from './schema.ts';

/** What was said, for the next responder to read instead of asking again. */
export interface Told {
  questionId: string;
  /** The question as it was put at the time. */
  asked?: string;
  /** The chosen options as the script words them now; their ids where it no longer has them. */
  chosen: string[];
  /** The person's own words, untouched. */
  words?: string;
  /** Epoch ms */
  at: number;
  by: string;
}

/** Everything that was answered, in the order in which it was told. */
export function told(script: Script, intake: Intake): Told[] {
  return intake.answers.map((answer) => ({
    questionId: answer.questionId,
    asked: answer.asked,
    chosen: wordsOf(script, answer),
    words: answer.words,
    at: answer.at,
    by: answer.by,
  }));
}

function wordsOf(script: Script, { questionId, options = [] }: Answer): string[] {
  const known = script.questions.find((question) => question.id === questionId)?.options ?? [];
  return options.map((id) => known.find((option) => option.id === id)?.text ?? id);
}

/** What is said before anything is asked, to this person. */
export function opening(script: Script, intake: Intake): Line[] {
  return script.opening.filter((line) => applies(line.when, intake));
}

/** What is said at a stage, to this person as they are now. */
export function linesAt(script: Script, intake: Intake, stage: Stage): Line[] {
  return script.lines.filter((line) => line.stage === stage && applies(line.when, intake));
}
