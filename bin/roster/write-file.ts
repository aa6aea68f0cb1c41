import { Document, isMap, isScalar, isSeq, type Node, visit } from 'yaml';
import { defaultPolicies, type EscalationPolicy, type Tier } from '../../lambdas/domain/policy.ts';
import type { Team } from '../../lambdas/domain/team.ts';

/** A tier as the server has it; without a policy where it goes by the built-in one. */
export interface Exported {
  tier: Tier;
  team: Team;
  policy?: EscalationPolicy;
}

/** The file of some tiers: what is read back from it is what it was written from. */
export function writeRoster(exported: readonly Exported[], schemaPath: string): string {
  const byTier = exported.map(({ tier, team, policy }) => {
    return [tier, { ...team, ...(policy !== undefined && { policy }) }] as const;
  });
  const document = new Document({ tiers: new Map(byTier) });
  document.commentBefore = [
    ` yaml-language-server: $schema=${schemaPath}`,
    ' Who is paged, and when. `npm run roster -- apply FILE` shows what a change does, then asks.',
    ' This file holds whole phone numbers: keep it where only supervisors can read it.',
  ].join('\n');
  visit(document, {
    Pair(_, { key }) {
      if (!isScalar(key)) return;
      if (typeof key.value === 'string' && Object.hasOwn(sections, key.value)) {
        key.spaceBefore = true;
        key.commentBefore = sections[key.value];
      }
    },
    Collection(_, node) {
      node.flow = isSmall(node);
    },
  });
  for (const { tier, policy } of exported) {
    if (policy !== undefined) continue;
    (document.getIn(['tiers', tier]) as Node).comment = builtIn(defaultPolicies[tier]);
  }
  return document.toString({ ...style, lineWidth: 100 });
}

const style = { flowCollectionPadding: false } as const;

/** The parts of a tier, set apart, and what is said of them. */
const sections: Record<string, string | undefined> = {
  members: undefined,
  rotations: ' Participants take turns in this order; "" is a turn of nobody.',
  overrides: ' Who stands in: {rotation, responderId, start, end}, instants with their offset.',
  policy: undefined,
};

/** Lists of words, and maps of no more than two, read best on one line. */
function isSmall(node: unknown): boolean {
  if (isSeq(node)) return node.items.every((item) => isScalar(item));
  if (!isMap(node)) return false;
  return node.items.length <= 2 && node.items.every((pair) => isScalar(pair.value));
}

/** The policy that holds where none is stored, as a comment to start one's own from. */
function builtIn(policy: EscalationPolicy): string {
  const document = new Document({ policy });
  visit(document, {
    Collection(_, node) {
      node.flow = isSmall(node);
    },
  });
  const text = `The built-in policy holds. To store your own, uncomment and change this:\n${document.toString(style)}`;
  return text
    .trimEnd()
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n');
}
