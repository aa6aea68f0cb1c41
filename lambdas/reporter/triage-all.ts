import { type Category, tierOf } from '../domain/policy.ts';
import { triageText } from '../domain/triage.ts';

export interface Text {
  /** Names the text in the evidence, where there is more than one. */
  where?: string;
  text?: string;
}

/** The worst that several texts say, and where it stands: `harassment (answers[1] 3-9, 14-20)`. */
export function triageAll(
  texts: readonly Text[],
): { category: Category; evidence: string } | undefined {
  let worst: { category: Category; evidence: string } | undefined;
  for (const { where, text = '' } of texts) {
    const found = triageText(text);
    if (found === null || (worst !== undefined && !isWorse(found.category, worst.category))) {
      continue;
    }
    const places = found.evidence.map(({ start, end }) => `${start}-${end}`).join(', ');
    const { category } = found;
    worst = {
      category,
      evidence: `${category} (${where === undefined ? '' : `${where} `}${places})`,
    };
  }
  return worst;
}

export function isWorse(found: Category, said: Category | undefined): boolean {
  return said === undefined || tierOf(found) < tierOf(said);
}
