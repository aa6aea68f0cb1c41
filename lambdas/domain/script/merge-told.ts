import { type Recorded, sayAnew } from './consent.ts';
import { answer, type Intake, resume } from './intake.ts';
import type { ConsentKind, Script } from './schema.ts';

/** What somebody says of a question, outside of a talk with a responder. */
export interface GivenAnswer {
  questionId: string;
  options?: string[];
  words?: string;
}

export interface ToldAtOnce {
  answers: GivenAnswer[];
  consents: { kind: ConsentKind; given: boolean }[];
}

/**
 * Puts what a report told into the intake, so that no responder asks for it again. It goes on where
 * it was: a pause stays one, and a contact that the person has ended stays ended.
 */
export function mergeTold(
  script: Script,
  intake: Intake,
  told: ToldAtOnce,
  recorded: Recorded,
): Intake {
  const listening: Intake = { ...intake, status: 'going' };
  const answered = told.answers.reduce<Intake>((so, given) => {
    // An answer that ends the contact ends it for what follows, too; what follows is kept.
    const { status } = so;
    const kept = answer(script, { ...so, status: 'going' }, given, recorded);
    return status === 'stopped' ? { ...kept, status } : kept;
  }, listening);
  const consents = told.consents.reduce(
    (ledger, decided) => sayAnew(ledger, decided, recorded),
    answered.consents,
  );
  const status = answered.status === 'stopped' ? 'stopped' : intake.status;
  return { ...answered, consents, status };
}

/**
 * Takes back, or gives, one consent; what it covered ends with it. Who agrees to be called begins a
 * contact again that they had ended.
 */
export function decideConsent(
  intake: Intake,
  decided: { kind: ConsentKind; given: boolean },
  recorded: Recorded,
): Intake {
  const begins = decided.kind === 'call' && decided.given && intake.status === 'stopped';
  const consents = sayAnew(intake.consents, decided, recorded);
  return { ...(begins ? resume(intake, recorded.by) : intake), consents };
}
