import type { Tier } from '../../lambdas/domain/policy.ts';
import { fieldName } from './explain.ts';
import { load } from './load.ts';
import { type Plan, planOf, refusedFields } from './plan.ts';
import { RosterServer } from './server.ts';
import { showPlan, tierNames } from './show.ts';
import { exitCodes, type ExitCode, Stop } from './stop.ts';
import { storeTier } from './store.ts';
import type { Terminal } from './terminal.ts';

export interface ApplyOptions {
  file: string;
  tier?: Tier;
  url?: string;
  /** Stores without asking. */
  yes: boolean;
  dryRun: boolean;
}

/** Makes the server's rosters what the file says, once somebody has seen what that changes. */
export async function apply(terminal: Terminal, options: ApplyOptions): Promise<ExitCode> {
  const { file, yes, dryRun } = options;
  const wanted = await load(terminal, file, options.tier);
  const server = await RosterServer.open(terminal, options.url);
  const plans = await Promise.all(
    [...wanted.tiers].map(async ([tier, roster]) =>
      planOf(await server.snapshot(tier), roster, terminal.now()),
    ),
  );
  const changing = plans.filter((plan) => plan.changes.length > 0);
  if (changing.length === 0) {
    terminal.out(`Nothing to change: ${server.url} has for ${tierNames(plans)} what ${file} says.`);
    return exitCodes.done;
  }
  // The server would refuse such a policy too, but only once it has stored the team.
  const refused = changing.flatMap((plan) =>
    refusedFields(plan).map(({ field, says }) => {
      const path = ['tiers', String(plan.tier), 'policy', field];
      return { path, says: `${fieldName(path)}: ${says}` };
    }),
  );
  if (refused.length > 0) throw wanted.refuse(refused);

  terminal.out(`What ${file} changes at ${server.url}:\n`);
  for (const plan of changing) showPlan(terminal, plan);
  if (dryRun) {
    terminal.out('A dry run: nothing was stored.');
    return exitCodes.done;
  }
  const ask = yes ? undefined : terminal.ask;
  if (!yes) await agree(ask, changing);
  for (const plan of changing) await storeTier({ terminal, server, wanted, ask }, plan);
  return exitCodes.done;
}

async function agree(ask: Terminal['ask'], plans: Plan[]): Promise<void> {
  if (ask === undefined) {
    throw new Stop('usage', 'Nothing was stored: nobody is here to ask. Say --yes to store it.');
  }
  if (await ask(`Store ${tierNames(plans)}?`)) return;
  throw new Stop('declined', 'Nothing was stored.');
}
