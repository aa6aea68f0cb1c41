import { fits, type Grant } from '../../../local/grants.ts';
import { type Explained, explained } from '../../permissions/explained.ts';

const ways = 5;

/** What no story here lets go wrong, and why. */
const elsewhere: readonly Explained[] = [
  {
    function: 'responder',
    action: 'dynamodb:Query on an index',
    why: 'The page behind a digest, which only a flood sends: test/stories/flood.test.ts.',
  },
  {
    function: 'responder',
    action: 'dynamodb:BatchGetItem on ALERT#*',
    why: 'The same page.',
  },
];

/** What is only called where many page at once, which a slow machine may not let them. */
const byChance: readonly Explained[] = ['GetItem', 'PutItem'].map((action) => ({
  function: 'pager',
  action: `dynamodb:${action} on TEAM#*`,
  why: 'The pace of a flood: the simulation lets each such call go wrong, and test/stories/flood.test.ts its writes.',
}));

/** What a role allows, whichever queue, topic or pager it is. */
function callOf({ action, resource, items }: Grant): string {
  if (items !== undefined) return `${action} on ${items}`;
  if (resource.includes('/index/')) return `${action} on an index`;
  return resource.startsWith('everything but') ? `${action} to a phone` : action;
}

/**
 * Calls that a role allows and that did not go wrong in each way, and exceptions that are none: both
 * have to be empty, so that no call comes into a function without a story of how it fails.
 */
export function unstruck(grants: readonly Grant[]): { calls: string[]; stale: string[] } {
  const calls = Map.groupBy(grants, (grant) => `${grant.function}: ${callOf(grant)}`);
  const missing = [...calls.values()].filter(
    (some) => new Set(some.flatMap((grant) => grant.struck)).size < ways,
  );
  const excepts = (one: Explained, grant: Grant) =>
    (one.function ?? grant.function) === grant.function && fits(one.action, callOf(grant));
  const isExcepted = ([grant]: Grant[]) =>
    [...explained, ...elsewhere, ...byChance].some((one) => excepts(one, grant!));
  return {
    calls: missing
      .filter((some) => !isExcepted(some))
      .map((some) => {
        const struck = [...new Set(some.flatMap((grant) => grant.struck))].join(', ');
        return `${some[0]!.function}: ${callOf(some[0]!)} went wrong so far: ${struck || 'never'}`;
      }),
    stale: elsewhere
      .filter((one) => !missing.some(([grant]) => excepts(one, grant!)))
      .map((one) => `${one.function}: ${one.action}`),
  };
}
