import { fits, type Grant } from '../../local/grants.ts';
import type { Explained } from './explained.ts';

export interface Report {
  used: number;
  explained: number;
  /** What a role allows, nobody needed and nobody explains: to be taken out, or told in a story. */
  leftOver: string[];
  /** Explanations of what no role allows, or what was needed after all. */
  stale: string[];
}

export function report(grants: readonly Grant[], explained: readonly Explained[]): Report {
  const needed = new Set(grants.filter((grant) => grant.used).map(itemsOf));
  const isUsed = (grant: Grant) =>
    grant.used || (grant.items !== undefined && needed.has(itemsOf(grant)));
  const unused = grants.filter((grant) => !isUsed(grant));
  const explains = (one: Explained, grant: Grant) =>
    fits(one.action, grant.action) && (one.function ?? grant.function) === grant.function;
  const leftOver = unused.filter((grant) => !explained.some((one) => explains(one, grant)));
  return {
    used: grants.length - unused.length,
    explained: unused.length - leftOver.length,
    leftOver: leftOver.map(
      ({ id, action, resource, items }) =>
        `${id} may ${action} on ${items === undefined ? '' : `${items} of `}${resource}`,
    ),
    stale: explained
      .filter((one) => !unused.some((grant) => explains(one, grant)))
      .map((one) => `${one.function ?? 'any function'}: ${one.action}`),
  };
}

/** Functions of one name are one code, whose rarest reads not every one of them comes to in a story. */
function itemsOf({ function: fn, action, items }: Grant): string {
  return `${fn} ${action} ${items}`;
}
