import type { Finding } from './finding.ts';
import { lintStructure } from './lint-structure.ts';
import { lintText, type TextToLint } from './lint-text.ts';
import { type Line, type Question, type Script, scriptSchema } from './schema.ts';

export type { Finding } from './finding.ts';

/** Holds a script against the care rules; an empty list is a script that may be used. */
export function lintScript(script: Script): Finding[] {
  return [...lintStructure(script), ...textsOf(script).flatMap(lintText)];
}

export type ReadScript =
  | { script: Script }
  | {
      script?: undefined;
      /** What has not the shape of a script: the path to it, and what is wanted there. */
      errors: { field: string; detail: string }[];
      /** What breaks a care rule, once the shape is right. */
      findings: Finding[];
    };

/** What somebody wants to put as a script: it is taken only where no rule is broken. */
export function readScript(input: unknown): ReadScript {
  const parsed = scriptSchema.safeParse(input);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({
      field: path.join('.') || 'script',
      detail: message,
    }));
    return { errors, findings: [] };
  }
  const findings = lintScript(parsed.data);
  return findings.length === 0 ? { script: parsed.data } : { errors: [], findings };
}

function textsOf(script: Script): TextToLint[] {
  const lines = [...script.opening, ...script.lines].map((line) => textOf(script, line));
  const controls = Object.entries(script.controls).map(([name, text]) => ({
    lineId: 'controls',
    field: name,
    text,
    locale: script.locale,
    asks: false,
    speaksForThem: true,
  }));
  return [
    ...lines,
    ...controls,
    ...script.questions.flatMap((one) => textsOfQuestion(script, one)),
  ];
}

function textOf({ locale }: Script, line: Line): TextToLint {
  return {
    lineId: line.id,
    field: 'text',
    text: line.text,
    locale: line.language ?? locale,
    asks: false,
    speaksForThem: false,
  };
}

function textsOfQuestion(script: Script, question: Question): TextToLint[] {
  const locale = question.language ?? script.locale;
  const text = { lineId: question.id, locale, asks: false, speaksForThem: false };
  return [
    { ...text, field: 'text', text: question.text, asks: true },
    { ...text, field: 'why', text: question.why },
    ...question.options.map((option) => ({
      ...text,
      field: `options.${option.id}`,
      text: option.text,
      locale: option.language ?? locale,
      speaksForThem: true,
    })),
  ];
}
