import { type Call, type Case, each, type Fault, type How } from './cases.ts';
import { lives } from './lives.ts';

/** A call that is made only where another has gone wrong before it. */
export interface Strait extends Call {
  when: string;
  life: string;
  first: Omit<Fault, 'about'>[];
}

const [taken, , , declined, , , reported] = Object.keys(lives);
const send = { service: 'sqs', action: 'SendMessage' };
const call = { service: 'lambda', action: 'Invoke' };
const put = { service: 'dynamodb', action: 'PutItem' };
const publish = { service: 'sns', action: 'Publish' };
const home = 'ap-southeast-3';
const abroad = 'ap-southeast-1';

/** As often as the clients of table and queue try. */
const out = { mode: 'before', times: 2 } as const;
const unsent = { function: 'press', ...send, mode: 'crash', times: 1 } as const;

/** Those who remember an outage go another way for a while, so these come before. */
export const straits: Strait[] = [
  {
    function: 'press',
    ...send,
    when: 'of an alert that the table does not take',
    life: taken!,
    // The alert and what its press says of contact are two.
    first: [{ function: 'press', ...put, mode: 'before', times: 4 }],
  },
  {
    function: 'pager',
    service: 'dynamodb',
    action: 'GetItem',
    when: 'after a put whose answer was lost',
    life: taken!,
    first: [{ function: 'pager', ...put, mode: 'after', times: 1 }],
  },
];

export const outages: Strait[] = [
  {
    function: 'pager',
    ...publish,
    region: abroad,
    when: 'while SNS is out at home',
    life: taken!,
    first: [{ function: 'pager', ...publish, region: home, mode: 'before', times: 1 }],
  },
  ...[
    { function: 'press', life: taken! },
    { function: 'reporter', life: reported! },
    { function: 'responder', life: declined! },
    { function: 'staff', life: declined! },
  ].map((one) => ({
    ...one,
    ...call,
    when: 'past a queue that is out',
    first: [{ function: one.function, ...send, ...out }],
  })),
];

/** The sweeper's own: it has to find what no message speaks of, since the press died before it sent one. */
export const sweeps: Strait[] = [
  { function: 'sweeper', ...send, when: 'of what was never sent', life: taken!, first: [unsent] },
];
export const sweepsPastTheQueue: Strait[] = [
  {
    function: 'sweeper',
    ...call,
    when: 'past a queue that is out',
    life: taken!,
    // More often than one try: another's crash ends the run that tries.
    first: [unsent, { function: 'sweeper', ...send, mode: 'before', times: 6 }],
  },
];

export function casesOf(some: readonly Strait[], hows: readonly How[]): Case[] {
  return some.flatMap((strait) => {
    const { function: fn, service, action, region, life } = strait;
    return each({ function: fn, service, action, region, life, nth: 0, strait }, hows);
  });
}
