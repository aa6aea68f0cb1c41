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
  const unused = grants.filter((grant) => !grant.used);
  const explains = (one: Explained, grant: Grant) =>
    fits(one.action, grant.action) && (one.function ?? grant.function) === grant.function;
  const leftOver = unused.filter((grant) => !explained.some((one) => explains(one, grant)));
  return {
    used: grants.length - unused.length,
    explained: unused.length - leftOver.length,
    leftOver: leftOver.map(({ id, action, resource }) => `${id} may ${action} on ${resource}`),
    stale: explained
      .filter((one) => !unused.some((grant) => explains(one, grant)))
      .map((one) => `${one.function ?? 'any function'}: ${one.action}`),
  };
}
