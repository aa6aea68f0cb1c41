import type * as z from 'zod';
import type { ConsentKind } from '../domain/script/schema.ts';
import type { GivenAnswer, ToldAtOnce } from '../domain/script/merge-told.ts';
import type { FieldNote } from '../press/read.ts';
import { answerSchema, consentSchema } from './schemas.ts';

/** What a report says beyond a press, as it was sent and as far as it can be used. */
export interface ReadTold {
  told: ToldAtOnce;
  /** Word for word, whatever its shape. */
  sent: { answers?: unknown; consents?: unknown };
  warnings: FieldNote[];
}

/** An app that sends more than the longest script asks is not believed further. */
const mostAnswers = 60;

/**
 * Reads a report's answers and consents; its body has been read as a JSON object before. A
 * report is a person who was hurt, so nothing of it is refused: what cannot be used is named.
 */
export function readTold(text: string): ReadTold {
  const { answers, consents } = JSON.parse(text) as Record<string, unknown>;
  const warnings: FieldNote[] = [];
  const read = <Read>(list: unknown[], field: string, schema: z.ZodType<Read>): Read[] =>
    list.slice(0, mostAnswers).flatMap((one, index) => {
      const result = schema.safeParse(one);
      if (result.success) return [result.data];
      for (const { path, message } of result.error.issues) {
        warnings.push({ field: [`${field}[${index}]`, ...path].join('.'), detail: message });
      }
      return [];
    });
  const listOf = (value: unknown, field: string, detail: string): unknown[] => {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) warnings.push({ field, detail });
    else if (value.length > mostAnswers) {
      warnings.push({ field, detail: `the first ${mostAnswers} are used, all are kept` });
    }
    return Array.isArray(value) ? value : [];
  };
  const given = listOf(answers, 'answers', 'must be a list of {questionId, options?, words?}');
  const agreed = listOf(asList(consents), 'consents', 'must be a list of {kind, given}');
  const told: ToldAtOnce = {
    answers: read<GivenAnswer>(given, 'answers', answerSchema),
    consents: read<{ kind: ConsentKind; given: boolean }>(agreed, 'consents', consentSchema),
  };
  return {
    told,
    sent: { ...(answers != null && { answers }), ...(consents != null && { consents }) },
    warnings,
  };
}

/** `{check_in: true}` says the same as `[{kind: 'check_in', given: true}]`. */
function asList(consents: unknown): unknown {
  if (!isObject(consents)) return consents;
  return Object.entries(consents).map(([name, given]) => ({ kind: name, given }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
