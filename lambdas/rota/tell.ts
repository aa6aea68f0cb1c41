import { handOffs, rememberHandOffs, toldOf } from '../domain/hand-off.ts';
import { defaultPolicies, type Tier, tiers } from '../domain/policy.ts';
import { emptyMemory, type RotaMemory } from '../domain/rota-memory.ts';
import { noNews, rememberNews, rotaNews } from '../domain/rota-news.ts';
import { clockOf } from '../domain/schedule-zone.ts';
import { emptyTeam } from '../domain/team.ts';
import type {
  Clock,
  DocumentStore,
  RotaMemoryStore,
  RotaTopics,
  Sms,
  Telemetry,
} from '../ports.ts';
import { publishNews } from './publish-news.ts';
import { sendNotices } from './send-notices.ts';

export interface RotaPorts {
  documents: Pick<DocumentStore, 'loadTeam' | 'loadPolicy'>;
  memory: RotaMemoryStore;
  sms: Sms;
  topics: RotaTopics;
  clock: Clock;
  telemetry: Telemetry;
}

const minute = 60_000;
/** As often as this runs (ms): so a hand-off is told in the minutes before it. */
const ahead = 5 * minute;
/** More than a run may take, and less than it is to the next one (ms). */
const claim = 2 * minute;
const keptFor = 100 * 24 * 60 * minute;
/** When the warnings of a day are due, on the clock of the team. */
const morning = '08:00';

/**
 * Tells responders of hand-offs, and once a day each tier's topic of certificates that end and of
 * holes. A tier that fails does not keep the others from being told.
 */
export async function tellRotas(ports: RotaPorts): Promise<void> {
  const errors: unknown[] = [];
  for (const tier of tiers) {
    try {
      await tellRota(ports, tier);
    } catch (error) {
      errors.push(error);
      ports.telemetry.fail('rota not told', error, { tier });
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'not every tier could be told');
}

async function tellRota(ports: RotaPorts, tier: Tier): Promise<void> {
  const now = ports.clock.now();
  const { team, policy, stored, before } = await load(ports, tier, now);
  const found = handOffs(team, before.onCall, now + ahead);
  // With its zone: a team that moves has another morning.
  const wall = new Date(clockOf(team.timeZone).wallAt(now)).toISOString();
  const today = `${wall.slice(0, 'YYYY-MM-DD'.length)} ${team.timeZone}`;
  const isMorning = before.warnedOn !== today && wall.slice('YYYY-MM-DDT'.length) >= morning;
  const news = isMorning ? rotaNews(team, policy, { tier, now, told: before }) : noNews;
  const nothingToTell = stored > 0 && found.length === 0 && !isMorning;
  if (nothingToTell || (before.claimedUntil ?? 0) > now) return;

  const save = (memory: RotaMemory, version: number) =>
    ports.memory.save({ tier, memory, keepUntil: now + keptFor }, version);
  // First publish, then record: what a crash comes between is told twice, and never not at all. The
  // claim keeps two runs that come at once from both telling.
  if (!(await save({ ...before, claimedUntil: now + claim }, stored))) return;
  const pending = await sendNotices(ports, { tier, team, found, now });
  const { told, error } = await publishNews(ports, { tier, news, now });

  const { claimedUntil: _, ...after } = rememberHandOffs(before, found, (one) => pending.has(one));
  const remembered = rememberNews(after, told, { team, now });
  const isDone = isMorning && error === undefined;
  const saved = await save(isDone ? { ...remembered, warnedOn: today } : remembered, stored + 1);
  if (error !== undefined) throw error;
  if (!saved) throw new Error('another run told the same meanwhile');
}

async function load({ documents, memory }: RotaPorts, tier: Tier, now: number) {
  const [storedTeam, storedPolicy, remembered] = await Promise.all([
    documents.loadTeam(tier),
    documents.loadPolicy(tier),
    memory.load(tier),
  ]);
  const team = storedTeam?.document ?? emptyTeam;
  // Who is on call when this runs for the first time has long known.
  const first = (): RotaMemory => ({ ...emptyMemory, onCall: toldOf(team, now + ahead) });
  return {
    team,
    policy: storedPolicy?.document ?? defaultPolicies[tier],
    stored: remembered?.version ?? 0,
    before: remembered?.document ?? first(),
  };
}
