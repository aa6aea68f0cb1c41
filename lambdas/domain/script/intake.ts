import { type ConsentEntry, grant, may, type Recorded, withdraw } from './consent.ts';
import type { ContactPreferences } from './contact-preferences.ts';
import type { Question, Script, TripFact, When } from './schema.ts';
import { holdsStop, isStop } from './stop-word.ts';

/** What is known of a person and of how to treat them; it grows with what they say. */
export interface Situation {
  role?: 'rider' | 'driver';
  child?: boolean;
  /** What the record of the trip knows. */
  known: TripFact[];
  contact: ContactPreferences;
  responderGender?: 'female' | 'male';
  companion?: 'own' | 'responder' | 'nobody';
  stopWord?: string;
}

/** The person's own words, as they are, and which options they chose. Nothing judges them. */
export interface Answer extends Recorded {
  questionId: string;
  /** The question as it was put to them, however the script changes later. */
  asked?: string;
  options?: string[];
  words?: string;
}

/**
 * Where a person is in a script: one JSON document, changed by pure functions alone. It belongs to
 * the person and not to a responder, so the next one goes on where the last one left. Questions
 * are known by their ids; a script may change in between.
 */
export interface Intake {
  schema: 1;
  status: 'going' | 'paused' | 'stopped';
  /** When the person ended the contact last (epoch ms); what they ask for later begins it again. */
  stoppedAt?: number;
  situation: Situation;
  answers: Answer[];
  skipped: string[];
  /** The question that was open when the person paused. */
  leftAt?: string;
  consents: ConsentEntry[];
}

export function start(situation: Partial<Situation> = {}): Intake {
  return {
    schema: 1,
    status: 'going',
    situation: { ...situation, known: situation.known ?? [], contact: situation.contact ?? {} },
    answers: [],
    skipped: [],
    consents: [],
  };
}

/** What may be asked next; undefined where nothing is left, and while the person wants a rest. */
export function nextQuestion(script: Script, intake: Intake): Question | undefined {
  if (intake.status !== 'going') return undefined;
  const open = script.questions.filter((question) => isOpen(question, intake));
  return open.find((question) => question.id === intake.leftAt) ?? open[0];
}

/** Whether what is said or asked `when` fits the person and what they have answered. */
export function applies(when: When | undefined, intake: Intake): boolean {
  if (when === undefined) return true;
  const { role, child, contact } = intake.situation;
  const holds =
    (when.role === undefined || when.role === role) &&
    (when.child === undefined || when.child === (child ?? false)) &&
    (when.silent === undefined || when.silent === (contact.silent ?? false));
  return (
    holds && Object.entries(when.answered ?? {}).every(([id, some]) => chose(intake, id, some))
  );
}

/**
 * Keeps an answer, word for word and beside any earlier one. An answer to a question that was
 * skipped, or that the script no longer has, is kept too: what somebody says is never turned away.
 */
export function answer(
  script: Script,
  intake: Intake,
  given: { questionId: string; options?: string[]; words?: string },
  recorded: Recorded,
): Intake {
  if (intake.status === 'stopped') return intake;
  const question = script.questions.find((one) => one.id === given.questionId);
  const choosesStopWord = question?.asks === 'stop_word';
  const { words = '' } = given;
  const { stopWord } = intake.situation;
  if (!choosesStopWord && isStop(words, stopWord)) return stop(intake, recorded.at);

  const kept = keep(intake, question, given, recorded);
  if (choosesStopWord) return tell(kept, { stopWord: given.words?.trim() });
  return holdsStop(words, stopWord) ? stop(kept, recorded.at) : kept;
}

function keep(
  intake: Intake,
  question: Question | undefined,
  given: { questionId: string; options?: string[]; words?: string },
  { at, by }: Recorded,
): Intake {
  const { questionId, options, words } = given;
  const last = intake.answers.findLast((one) => one.questionId === questionId);
  const again = last && last.words === words && last.options?.join() === options?.join();
  const said = { questionId, asked: question?.text, options, words, at, by };
  const chosen = question?.options.filter((option) => options?.includes(option.id)) ?? [];
  const kept: Intake = {
    ...intake,
    status: 'going',
    answers: again ? intake.answers : [...intake.answers, said],
    skipped: intake.skipped.filter((id) => id !== questionId),
    leftAt: intake.leftAt === questionId ? undefined : intake.leftAt,
  };
  const told = chosen.reduce((so, option) => tell(so, option.tells ?? {}), kept);
  if (question?.consent === undefined || chosen.length === 0) return told;
  const decide = chosen.some((option) => option.agrees) ? grant : withdraw;
  return { ...told, consents: decide(told.consents, question.consent, { at, by }) };
}

/** A question that was skipped is not asked again, by anybody. */
export function skip(intake: Intake, questionId: string): Intake {
  if (intake.status === 'stopped' || intake.skipped.includes(questionId)) return intake;
  return {
    ...intake,
    skipped: [...intake.skipped, questionId],
    leftAt: intake.leftAt === questionId ? undefined : intake.leftAt,
  };
}

export function pause(script: Script, intake: Intake): Intake {
  if (intake.status !== 'going') return intake;
  return { ...intake, status: 'paused', leftAt: nextQuestion(script, intake)?.id };
}

/** Goes on where it was left. What the person has stopped, only the person begins again. */
export function resume(intake: Intake, by: string): Intake {
  if (intake.status === 'stopped' && by !== 'reporter') return intake;
  return { ...intake, status: 'going' };
}

/** Ends the contact at once: nothing more is asked, and nobody gets in touch. */
export function stop(intake: Intake, at?: number): Intake {
  return { ...intake, status: 'stopped', stoppedAt: at };
}

/** What somebody says outside a question: stopping ends the contact there too. */
export function hear(intake: Intake, message: string): Intake {
  return holdsStop(message, intake.situation.stopWord) ? stop(intake) : intake;
}

/** How the person may be reached, as the contact guard wants it. */
export function preferencesOf(intake: Intake): ContactPreferences & { stopped: boolean } {
  return { ...intake.situation.contact, stopped: intake.status === 'stopped' };
}

function isOpen(question: Question, intake: Intake): boolean {
  const done =
    intake.skipped.includes(question.id) ||
    intake.answers.some((one) => one.questionId === question.id);
  const known = question.fact !== undefined && intake.situation.known.includes(question.fact);
  const agreed = question.needs === undefined || may(intake.consents, question.needs);
  return !done && !known && agreed && applies(question.when, intake);
}

function chose(intake: Intake, questionId: string, some: string[]): boolean {
  const newest = intake.answers.findLast((one) => one.questionId === questionId);
  return newest?.options?.some((option) => some.includes(option)) ?? false;
}

function tell(intake: Intake, news: Partial<Situation>): Intake {
  const contact = { ...intake.situation.contact, ...news.contact };
  return { ...intake, situation: { ...intake.situation, ...news, contact } };
}
