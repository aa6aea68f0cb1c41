import { fieldPath } from './explain.ts';
import type { Wanted } from './load.ts';
import { type Plan, planOf } from './plan.ts';
import { Refusal, type RosterServer, type Snapshot } from './server.ts';
import { showAnswer, showPlan, showTheirs } from './show.ts';
import { Stop } from './stop.ts';
import type { Terminal } from './terminal.ts';

export interface Desk {
  terminal: Terminal;
  server: RosterServer;
  wanted: Wanted;
  /** Absent where everything was agreed to beforehand. */
  ask: Terminal['ask'];
}

/** Stores one tier. Where somebody else was faster, shows what they did and asks again. */
export async function storeTier(desk: Desk, first: Plan): Promise<void> {
  const { terminal, server, ask } = desk;
  const { tier, wanted } = first;
  for (let plan = first; ;) {
    const overtaken = await put(desk, plan);
    if (overtaken === undefined) {
      terminal.out(terminal.paint('green', `Tier ${tier}: stored.`));
      return;
    }
    const theirs = await server.snapshot(tier);
    showTheirs(terminal, overtaken, theirs);
    plan = planOf(theirs, wanted, terminal.now());
    if (plan.changes.length === 0) {
      terminal.out(`Nothing is left to change: tier ${tier} is as your file says.`);
      return;
    }
    terminal.out('What your file changes now; where it says otherwise, theirs is undone:\n');
    showPlan(terminal, plan);
    if (ask === undefined) {
      throw new Stop('lostRace', `Tier ${tier}: not stored, for somebody has to look at this.`);
    }
    if (await ask(`Store tier ${tier} all the same?`)) continue;
    throw new Stop('declined', `Tier ${tier}: not stored. Their change stands, your file too.`);
  }
}

/** Puts what is new. Where somebody was faster, answers with what it had been until then. */
async function put(desk: Desk, plan: Plan): Promise<Snapshot | undefined> {
  const { snapshot, team, policy, tier } = plan;
  if (team !== undefined) {
    const answer = await putOne(desk, `teams/${tier}`, { document: team, tag: snapshot.teamTag });
    if (answer === undefined) return snapshot;
    showAnswer(desk.terminal, plan, answer);
  }
  if (policy === undefined) return undefined;
  const change = { document: policy, tag: snapshot.policyTag };
  const answer = await putOne(desk, `policies/${tier}`, change);
  return answer === undefined ? { ...snapshot, team: plan.wanted.team } : undefined;
}

/** What the server refuses although this command did not is told with its line, too. */
async function putOne(
  { server, wanted }: Desk,
  path: `${'teams' | 'policies'}/${1 | 2 | 3}`,
  { document, tag }: { document: object; tag: string },
): Promise<unknown> {
  try {
    return await server.put(path, document, tag);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [list, tier] = path.split('/');
    const below = list === 'teams' ? ['tiers', tier!] : ['tiers', tier!, 'policy'];
    throw wanted.refuse(
      error.fields.map(({ field, detail }) => {
        const says = `the server refuses ${field}: it must be ${detail}`;
        return { path: [...below, ...fieldPath(field)], says };
      }),
    );
  }
}
