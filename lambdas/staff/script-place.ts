import type { Finding } from '../domain/script/finding.ts';
import type { Script } from '../domain/script/schema.ts';

/** Where a rule that is about the whole script looks. */
const partOfRule: Readonly<Record<number, string>> = {
  3: 'questions',
  4: 'opening',
  13: 'lines',
  16: 'questions',
};

/** The path of a finding in the script that was put: `questions[3].options[1].text`. */
export function placeOf(
  script: unknown,
  { rule, lineId, field }: Pick<Finding, 'rule' | 'lineId' | 'field'>,
): string {
  if (lineId === 'controls') return `controls.${field}`;
  const of = script as Script;
  for (const list of ['opening', 'lines', 'questions'] as const) {
    const index = of[list].findIndex((one) => one.id === lineId);
    if (index < 0) continue;
    const path = `${list}[${index}]`;
    const option = /^options\.(.+)$/.exec(field)?.[1];
    if (option !== undefined && list === 'questions') {
      const place = of.questions[index]!.options.findIndex((one) => one.id === option);
      return `${path}.options[${place}].text`;
    }
    return Object.hasOwn(of[list][index]!, field) ? `${path}.${field}` : path;
  }
  return partOfRule[rule] ?? 'script';
}
