import { act as takeAction } from '../../../lambdas/act.ts';
import type { Action, Response } from '../../../lambdas/domain/response.ts';
import { readLinkToken } from '../../../lambdas/domain/link.ts';
import { type Doing, personId } from '../world/cast.ts';
import { responderPorts } from '../world/ports.ts';
import type { World } from '../world/world.ts';
import type { Task } from '../world/worker.ts';
import { request } from './client.ts';

const actions: Readonly<Record<Doing, readonly Action['do'][]>> = {
  ignore: [],
  decline: ['decline'],
  take: ['acknowledge'],
  'take, resolve': ['acknowledge', 'resolve'],
  'take, note, resolve': ['acknowledge', 'notes', 'resolve'],
  'take, release': ['acknowledge', 'release'],
  'take, raise': ['acknowledge', 'raise'],
  note: ['notes'],
  resolve: ['resolve'],
};

/** Between one tap and the next (ms). */
const pause = 4_000;
const waits = [2, 4, 8];

/** People do what they do about the first SMS of their life, about the second, and so on. */
export function peopleWith(world: World): (person: number, link: string) => void {
  const heard = new Map<number, number>();
  return (person, link) => {
    const nth = heard.get(person) ?? 0;
    heard.set(person, nth + 1);
    const reaction = world.life.cast.people[person]?.does[nth];
    if (reaction === undefined) return;
    const delivered = 1_000 + world.random() * 3_000;
    const taps = actions[reaction.what].map((what) => actionOf(what, `note ${person} ${nth}`));
    world.time.after(delivered + reaction.after * 1000, () => tap(world, { person, link }, taps));
  };
}

function actionOf(what: Action['do'], text: string): Action {
  if (what === 'notes') return { do: 'notes', text };
  if (what === 'resolve') return { do: 'resolve', outcome: 'safe' };
  return { do: what } as Action;
}

interface Page {
  person: number;
  /** The token that the link ends in. */
  link: string;
}

/** One tap after the other on the page behind the link, each until it is answered. */
function tap(world: World, page: Page, [action, ...rest]: Action[]): void {
  if (action === undefined) return;
  request<Response | undefined>(world, {
    fn: 'responder',
    waits,
    attempts: 6,
    body: (task) => act(world, task, page, action),
    answered: (response) => tell(world, page, action, response),
    heard: (response) => {
      if (response === undefined || response.refused !== undefined) return;
      world.time.after(pause, () => tap(world, page, rest));
    },
  });
}

/** What the function behind a link does, which finds no alert where the link is wrong. */
export async function act(
  world: World,
  task: Task,
  page: Page,
  action: Action,
): Promise<Response | undefined> {
  const claim = readLinkToken(page.link)!;
  const ports = responderPorts(world, task);
  const loaded = await ports.store.load(claim.alertId);
  if (!loaded || !claim.isSignedWith(loaded.linkKey)) return undefined;
  const responderId = personId(page.person);
  const by = { responderId, name: responderId };
  return takeAction(ports, { alertId: claim.alertId, loaded }, action, by);
}

/** Tells whoever watches what came of it. */
export function tell(
  world: World,
  { person }: Page,
  action: Action,
  response: Response | undefined,
): void {
  const responderId = personId(person);
  if (response === undefined) return world.trace?.(`${responderId} has a wrong link`);
  const { refused } = response;
  world.trace?.(`${responderId}: ${action.do}${refused === undefined ? '' : `, but ${refused}`}`);
  const { alertId } = response.alert;
  for (const one of world.watchers) one.done?.({ alertId, responderId, action, refused });
}
