import { alertIdOf } from '../../lambdas/domain/ids.ts';
import { type Category, type Tier, tierOf } from '../../lambdas/domain/policy.ts';
import { linkOf } from '../support/city.ts';
import type { Caller, Request } from './caller.ts';
import type { Phones } from './phones.ts';

export const reporter = 'reporter';
/** In no team, and sees everything. */
export const supervisor = 'boss';

/** Something that somebody did, and that was answered with success. */
export interface Deed {
  by: string;
  /** What the timeline has of it from then on, in this order. */
  entries: readonly string[];
  /** Of a note. */
  text?: string;
  /** It was done between its first try and its answer (epoch ms). */
  began: number;
  answered: number;
  request: Request;
  answer: string;
}

/** What a responder does, by the link of their SMS or through the staff API. */
export type Hand = (action: string, body?: Said) => Promise<void>;

interface Said {
  text?: string;
  noteId?: string;
  outcome?: string;
}

type Status = 'open' | 'acknowledged' | 'resolved' | 'cancelled';

/** What the timeline has of an action, and what becomes of the alert by it. */
const actions: Record<string, { entry: string; status?: Status }> = {
  acknowledge: { entry: 'acknowledged', status: 'acknowledged' },
  decline: { entry: 'declined' },
  release: { entry: 'released', status: 'open' },
  notes: { entry: 'noted' },
  resolve: { entry: 'resolved', status: 'resolved' },
};

/** One alert, told by its people, who keep what they were answered. */
export class Life {
  readonly tripId: string;
  readonly alertId: string;
  readonly tier: Tier;
  readonly deeds: Deed[] = [];
  readonly reports: string[] = [];
  readonly points: { lat: number; lng: number; at: string }[] = [];
  presses = 0;
  status: Status = 'open';
  owner: string | undefined;
  private readonly category: Category;
  private readonly caller: Caller;
  private readonly phones: Phones;

  constructor(
    of: { tripId: string; category: Category },
    { caller, phones }: { caller: Caller; phones: Phones },
  ) {
    this.tripId = of.tripId;
    this.category = of.category;
    this.tier = tierOf(of.category);
    this.alertId = alertIdOf(reporter, { tripId: of.tripId, pressId: '' });
    this.caller = caller;
    this.phones = phones;
  }

  async press(): Promise<void> {
    const pressId = `press ${this.presses}`;
    const entry = this.presses === 0 ? 'opened' : 'pressed';
    await this.tell('/v1/alerts', { pressId, ...this.what }, [entry]);
    this.presses += 1;
  }

  async report(): Promise<void> {
    const details = `number ${this.reports.length}`;
    const body = { reportId: details, details, ...this.what };
    await this.tell('/v1/reports', body, ['reported']);
    this.reports.push(details);
  }

  /** Sends where the reporter is, and where they were a second ago. */
  async locate(): Promise<void> {
    const second = Math.floor(Date.now() / 1000) * 1000;
    const points = [second - 1000, second].map((at) => ({
      lat: -6.2,
      lng: 106.8,
      at: new Date(at).toISOString(),
    }));
    await this.tell(`/v1/alerts/${this.alertId}/locations`, { points }, []);
    this.points.push(...points);
  }

  /** One of tier 1 is only asked for. */
  async cancel(): Promise<void> {
    const ends = this.tier > 1;
    const entry = ends ? 'cancelled' : 'cancel_requested';
    await this.tell(`/v1/alerts/${this.alertId}/cancel`, { pressId: 'cancel' }, [entry]);
    if (ends) this.status = 'cancelled';
  }

  /** Fulfils once the SMS that was sent since an instant (epoch ms) is on the responder's phone. */
  async byLink(role: string, since = 0): Promise<Hand> {
    const by = this.idOf(role);
    const newest = () =>
      this.phones
        .about(this.alertId)
        .findLast((sms) => sms.responderId === by && Date.parse(sms.at) >= since);
    await this.caller.wait(`an SMS to ${by} about ${this.tripId}`, newest);
    return (action, body = {}) =>
      this.act({ by, action, body }, () => ({ path: `${linkOf(newest()!)}/${action}`, body }));
  }

  byStaff(role: string): Hand {
    const by = this.idOf(role);
    return (action, body = {}) => {
      const path = `/v1/staff/alerts/${this.alertId}/${action}`;
      return this.act({ by, action, body }, () => ({ path, as: by, body }));
    };
  }

  private idOf(role: string): string {
    return role === supervisor ? role : `${role}-${this.tier}`;
  }

  private get what() {
    return { service: 'GoRide', tripId: this.tripId, category: this.category };
  }

  private async tell(path: string, body: unknown, entries: readonly string[]): Promise<void> {
    await this.keep({ by: reporter, entries }, () => ({ path, as: reporter, body }));
  }

  private async act(
    { by, action, body }: { by: string; action: string; body: Said },
    request: () => Request,
  ): Promise<void> {
    const { entry, status } = actions[action]!;
    const takes = action === 'resolve' && this.owner === undefined ? ['acknowledged'] : [];
    await this.keep({ by, entries: [...takes, entry], text: body.text }, request);
    if (status === undefined) return;
    this.status = status;
    this.owner = status === 'open' ? undefined : by;
  }

  private async keep(
    deed: Pick<Deed, 'by' | 'entries' | 'text'>,
    request: () => Request,
  ): Promise<void> {
    const { text: answer, began, answered } = await this.caller.ask(request);
    this.deeds.push({ ...deed, began, answered, answer, request: request() });
  }
}
