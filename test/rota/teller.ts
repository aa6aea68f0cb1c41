import type { Tier } from '../../lambdas/domain/policy.ts';
import type { RotaMemory } from '../../lambdas/domain/rota-memory.ts';
import type { RotaEvent, Versioned } from '../../lambdas/ports.ts';
import { type RotaPorts, tellRotas } from '../../lambdas/rota/tell.ts';
import { member, team } from '../support/alerts.ts';
import { Memory } from '../support/memory.ts';

const minute = 60_000;

/** The teller of rotas on a clock that stands, and what it told. Every tier has a team, all covered. */
export class Teller {
  readonly world = new Memory();
  readonly events: RotaEvent[] = [];
  /** What was remembered, tier by tier, as it is stored. */
  readonly stored = new Map<Tier, Versioned<string>>();
  /** Called before each publish and each write, such as `save 1 2`: may throw as the real one would. */
  step: (what: string) => void = () => {};

  constructor(now: string) {
    this.world.now = Date.parse(now);
    const wishing = { handoffNotices: true };
    const members = [
      member('ana', wishing),
      member('budi', wishing),
      member('citra'),
      member('dewi', { roles: ['responder', 'lead'] }),
    ];
    const [primary, secondary] = team().rotations;
    const participants = ['ana', 'budi', 'citra'];
    const rotations = [{ ...primary!, start: '2026-06-01', participants }, secondary!];
    for (const tier of [1, 2, 3] as const) this.world.setTeam(tier, team({ members, rotations }));
  }

  readonly ports: RotaPorts = {
    documents: this.world.documentStore,
    memory: {
      load: async (tier) => {
        const stored = this.stored.get(tier);
        return stored && { ...stored, document: JSON.parse(stored.document) as RotaMemory };
      },
      save: async ({ tier, memory }, ifVersion) => {
        this.step(`save ${tier} ${ifVersion + 1}`);
        if ((this.stored.get(tier)?.version ?? 0) !== ifVersion) return false;
        this.stored.set(tier, { version: ifVersion + 1, document: JSON.stringify(memory) });
        return true;
      },
    },
    sms: {
      publish: async (phone, text) => {
        this.step('sms');
        return this.world.phones.publish(phone, text);
      },
    },
    topics: {
      publish: async (event) => {
        this.step(`topic ${event.tier}`);
        this.events.push(event);
      },
    },
    clock: this.world.clock,
    telemetry: this.world.telemetry,
  };

  /** The texts that one run sends, and the events that it publishes. */
  async run(): Promise<{ sms: string[]; events: RotaEvent[] }> {
    const [sms, events] = [this.world.sms.length, this.events.length];
    await tellRotas(this.ports);
    return {
      sms: this.world.sms.slice(sms).map((one) => one.text),
      events: this.events.slice(events),
    };
  }

  /** Runs every five minutes until an instant, and answers as one run would. */
  async until(instant: string): Promise<{ sms: string[]; events: RotaEvent[] }> {
    const all = { sms: [] as string[], events: [] as RotaEvent[] };
    for (; this.world.now <= Date.parse(instant); this.world.now += 5 * minute) {
      const { sms, events } = await this.run();
      all.sms.push(...sms);
      all.events.push(...events);
    }
    return all;
  }
}
