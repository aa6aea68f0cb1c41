import type { Category } from '../policy.ts';
import { directionOf, type Locale } from '../script/locales.ts';
import type { Line, Question, Script } from '../script/schema.ts';
import { lines } from './lines.ts';
import { base, byKind, byService, kindOf, type Part } from './parts.ts';
import { questions } from './questions.ts';
import { type LineId, type QuestionId, source, texts, type Translation } from './texts/all.ts';

export interface ScriptOf {
  /** Absent where the button was pressed without one. */
  category?: Category;
  /** Of any case; a service that nothing is written for gets what fits them all. */
  service?: string;
  locale?: Locale;
}

/**
 * The shipped script: what everybody is told and asked, and what kind and service add to it.
 * `words` are its languages; where one lacks something, Indonesian stands in.
 */
export function scriptFor(
  { category, service = 'any', locale = 'id' }: ScriptOf,
  words: Readonly<Record<Locale, Translation>> = texts,
): Script {
  const translation = words[locale];
  const kind = kindOf(category);
  const named = service.toLowerCase();
  const ofService = Object.hasOwn(byService, named) ? byService[named] : undefined;
  const parts: Part[] = [ofService ?? {}, byKind[kind], ofService?.[kind] ?? {}];
  const asked: QuestionId[] = [
    base.first,
    ...parts.flatMap((part) => part.urgent ?? []),
    ...base.listen,
    ...parts.flatMap((part) => part.later ?? []),
    ...base.afterwards,
  ];
  const said: LineId[] = [...base.lines, ...parts.flatMap((part) => part.lines ?? [])];
  return {
    category: category ?? 'general',
    service: named,
    locale,
    dir: directionOf(locale),
    translation: locale === 'id' ? 'source' : 'machine',
    controls: translation.controls,
    opening: base.opening.map((id) => lineIn(translation, id)),
    lines: said.map((id) => lineIn(translation, id)),
    questions: asked.map((id) => questionIn(translation, id)),
  };
}

function lineIn(translation: Translation, id: LineId): Line {
  const text = translation.lines[id];
  return text === undefined
    ? { id, ...lines[id], text: source.lines[id]!, language: 'id' }
    : { id, ...lines[id], text };
}

/** Text and reason are of one language, so that nobody reads a question that changes in the middle. */
function questionIn(translation: Translation, id: QuestionId): Question {
  const { options = [], ...shape } = questions[id];
  const translated = translation.questions[id];
  const { text, why } = translated ?? source.questions[id]!;
  return {
    id,
    ...shape,
    text,
    why,
    ...(translated === undefined && { language: 'id' }),
    options: options.map((option) => ({ ...option, ...optionIn(translation, id, option.id) })),
  };
}

function optionIn(
  translation: Translation,
  question: QuestionId,
  option: string,
): { text: string; language?: Locale } {
  const shared: Partial<Record<string, string>> = translation.options;
  const text = translation.questions[question]?.options?.[option] ?? shared[option];
  if (text !== undefined) return { text };
  const inSource = source.questions[question]?.options?.[option] ?? source.options[option];
  if (inSource === undefined) throw new Error(`no words for ${question}.${option}`);
  return { text: inSource, language: 'id' };
}
