import * as z from 'zod';
import { categories } from '../policy.ts';
import { preferencesSchema } from './contact-preferences.ts';
import { locales } from './locales.ts';

/**
 * The question script: what is said to a person who has been hurt, and what they may be asked, for
 * one category, service and locale. Unknown fields are refused: there is none that makes a question
 * compulsory, and none that notes a gap in somebody's memory.
 */
export const stages = ['listen', 'inquire', 'validate', 'enhance_safety', 'support'] as const;
export type Stage = (typeof stages)[number];

/** What the record of the trip knows, and what is therefore never asked. */
export const tripFacts = ['trip', 'driver', 'plate', 'time', 'route'] as const;
export type TripFact = (typeof tripFacts)[number];

/** What is done with or for a person only where they agreed to it. */
export const consentKinds = [
  'share',
  'call',
  'police',
  'referral',
  'check_in',
  'preserve_recording',
] as const;
export type ConsentKind = (typeof consentKinds)[number];

const id = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'small letters, digits and _');
const text = z.string().trim().min(1).max(500);
/** Where Indonesian stands in for a text that has no translation yet. */
const language = z.enum(locales).optional();

/** All that is named has to hold; a person is no child unless that is known. */
const whenSchema = z.strictObject({
  role: z.enum(['rider', 'driver']).optional(),
  child: z.boolean().optional(),
  silent: z.boolean().optional(),
  /** Earlier questions, and the options of which one was chosen. */
  answered: z.record(id, z.array(id).min(1)).optional(),
});

/** What an option says about the person, beyond its words. */
const tellsSchema = z.strictObject({
  child: z.boolean().optional(),
  contact: preferencesSchema.optional(),
  responderGender: z.enum(['female', 'male']).optional(),
  companion: z.enum(['own', 'responder', 'nobody']).optional(),
});

const lineSchema = z.strictObject({
  id,
  stage: z.enum(stages),
  text,
  language,
  /** What a line is there for, where there has to be one. */
  says: z.enum(['where_to_start', 'belief', 'not_your_fault', 'thanks']).optional(),
  when: whenSchema.optional(),
});

const optionSchema = z.strictObject({
  id,
  text,
  language,
  /** Chosen, it is the consent that the question asks for. None is ever chosen beforehand. */
  agrees: z.literal(true).optional(),
  tells: tellsSchema.optional(),
});

const questionSchema = z.strictObject({
  id,
  stage: z.enum(stages),
  text,
  /** Why it is asked, as the person reads it. */
  why: text,
  language,
  /** Every kind can be skipped, and answered in own words instead. */
  kind: z.enum(['choice', 'options', 'text', 'yes_no']),
  options: z.array(optionSchema).max(20),
  asks: z.enum(['safety', 'stop_word', 'companion', 'responder_gender']).optional(),
  /** The consent that it asks for; the answer is no until an option that agrees is chosen. */
  consent: z.enum(consentKinds).optional(),
  /** The consent without which it is not asked at all. */
  needs: z.enum(consentKinds).optional(),
  /** The trip's fact that makes it needless; a script with such a question is refused. */
  fact: z.enum(tripFacts).optional(),
  when: whenSchema.optional(),
});

const controls = z.strictObject({ skip: text, pause: text, resume: text, stop: text });

const shape = z.strictObject({
  /** The report's or alert's own, or `general` for one that stands in for all. */
  category: z.enum([...categories, 'general']),
  /** Small letters; `any` where it is for no service in particular. */
  service: z.string().trim().min(1).max(100),
  locale: z.enum(locales),
  dir: z.enum(['ltr', 'rtl']),
  /** `machine` until a person has checked the translation. */
  translation: z.enum(['source', 'machine', 'checked']),
  /** Labels of what is always there beside a question. */
  controls,
  /** Said before anything is asked. */
  opening: z.array(lineSchema).max(20),
  lines: z.array(lineSchema).max(60),
  /** In the order in which they are asked. */
  questions: z.array(questionSchema).min(1).max(60),
});

export type When = z.infer<typeof whenSchema>;
export type Tells = z.infer<typeof tellsSchema>;
export type Line = z.infer<typeof lineSchema>;
export type Option = z.infer<typeof optionSchema>;
export type Question = z.infer<typeof questionSchema>;
export type Script = z.infer<typeof shape>;

export const scriptSchema = shape.superRefine((script, context) => {
  const refuse = (path: PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path, message });

  if ((script.dir === 'rtl') !== (script.locale === 'ar')) refuse(['dir'], 'rtl for ar alone');
  if ((script.translation === 'source') !== (script.locale === 'id')) {
    refuse(['translation'], 'source for id alone');
  }
  refuseTwins([...script.opening, ...script.lines], ['lines'], refuse);
  refuseTwins(script.questions, ['questions'], refuse);

  for (const [index, question] of script.questions.entries()) {
    const path = ['questions', index];
    refuseTwins(question.options, [...path, 'options'], refuse);
    if (question.fact !== undefined) {
      refuse(
        [...path, 'fact'],
        `the record of the trip knows the ${question.fact}: it is not asked`,
      );
    }
    if (question.kind !== 'text' && question.options.length < 2) {
      refuse([...path, 'options'], 'at least two to choose from');
    }
  }
  for (const [list, index, when] of conditions(script)) {
    for (const [asked, chosen] of Object.entries(when.answered ?? {})) {
      const question = script.questions.find((one) => one.id === asked);
      const missing = chosen.find((one) => !question?.options.some((option) => option.id === one));
      if (missing !== undefined) {
        refuse([list, index, 'when', 'answered', asked], `no question has the option ${missing}`);
      }
    }
  }
});

function* conditions(script: Script): Generator<[string, number, When]> {
  for (const list of ['opening', 'lines', 'questions'] as const) {
    for (const [index, { when }] of script[list].entries()) if (when) yield [list, index, when];
  }
}

function refuseTwins(
  list: { id: string }[],
  path: PropertyKey[],
  refuse: (path: PropertyKey[], message: string) => void,
): void {
  const seen = new Set<string>();
  for (const [index, one] of list.entries()) {
    if (seen.has(one.id)) refuse([...path, index, 'id'], `there are two of ${one.id}`);
    seen.add(one.id);
  }
}
