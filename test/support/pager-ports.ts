import type { PagerPorts } from '../../lambdas/pager/page.ts';
import { Pressure } from '../../lambdas/pager/pressure.ts';
import { Repeats } from '../../lambdas/pager/repeats.ts';
import type { Memory } from './memory.ts';

/** What a pager needs of the world, in memory. */
export function portsOf({ phones, ...of }: Memory): PagerPorts {
  return {
    ...of,
    sms: phones,
    linkBase: 'https://siaga.example',
    lastSeen: new Map(),
    pressure: new Pressure(),
    repeats: new Repeats(),
    cases: of.caseStore,
    newKey: () => 'q'.repeat(43),
  };
}
