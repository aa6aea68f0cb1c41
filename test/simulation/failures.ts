import { everySet, lives } from './exhaustive.ts';
import { everyOrder } from './interleavings.ts';
import { calmLife, type Life } from './life.ts';
import { type Broken, live } from './live.ts';
import { meetings } from './meetings.ts';
import { stories } from './stories.ts';
import type { Doing, Person, PolicyName } from './world/cast.ts';
import type { Fault, Port } from './world/faults.ts';

/** Something that can fail, the lives in which it does, and the mutants that lack what helps. */
export interface Failure {
  lives(): AsyncIterable<Broken | undefined>;
  /** Each without the remedy, by its name among the mutants. */
  without: readonly string[];
}

/** One of these faults at one of these ports, or two, anywhere in a life. */
function befalls(ports: readonly Port[], faults: readonly Fault[]): Failure['lives'] {
  return async function* () {
    const which = (fault: Fault, port: Port) => ports.includes(port) && faults.includes(fault);
    for (const life of Object.values(lives)) {
      for await (const { lived } of everySet(life, { most: 2, which })) yield lived.broken;
    }
  };
}

function meet(...names: (keyof typeof meetings)[]): Failure['lives'] {
  return async function* () {
    for (const name of names)
      for await (const { broken } of everyOrder(meetings[name]!)) yield broken;
  };
}

/** Each of these lives, and with every fault in it. */
function told(...all: Life[]): Failure['lives'] {
  return async function* () {
    for (const life of all) {
      for await (const { lived } of everySet(life, { most: 1 })) yield lived.broken;
    }
  };
}

function story(...names: (keyof typeof stories)[]): Failure['lives'] {
  return async function* () {
    for (const name of names) yield (await live(stories[name]!)).broken;
  };
}

const person = (what: Doing, more: Partial<Person> = {}): Person => ({
  certificate: 'current',
  number: 'fine',
  lead: false,
  does: [{ after: 2, what }],
  ...more,
});
const people = [person('ignore'), person('take, resolve'), person('ignore', { lead: true })];
const of = (some: Person[], policy: PolicyName = 'hasty') => ({
  people: some,
  primary: 0,
  secondary: 1,
  policy,
});
const lifeOf = (more: Partial<Life>, policy?: PolicyName) => calmLife(of(people, policy), more);
const nobody = { certificate: 'expired' } as const;

/** By what fails, in the words of docs/failures.md. */
export const failures: Readonly<Record<string, Failure>> = {
  'a put fails': {
    lives: befalls(['create', 'save'], ['fails', 'hangs']),
    without: ['storing before answering', 'reading again after a conflict'],
  },
  'a put succeeds and its answer is lost': {
    lives: befalls(['create', 'save'], ['fails after', 'hangs after']),
    without: ['knowing a press that comes again', 'the id from reporter and trip'],
  },
  'death between put and send': {
    lives: befalls(['create', 'save', 'send'], ['dies', 'dies after']),
    without: ['the sweeper', 'the sweeper\u2019s messages, which have no turn'],
  },
  'a message is doubled, lost, late, early or out of order': {
    lives: befalls(['send'], ['doubled', 'lost', 'late', 'early']),
    without: [
      'dropping what names an earlier turn',
      'putting back what comes early',
      'looking at when a step is due',
    ],
  },
  'death before the publish, or between publish and record': {
    lives: befalls(['loadForPaging', 'sms', 'save'], ['dies', 'dies after']),
    without: ['publishing before recording'],
  },
  'two pagers at once': {
    lives: meet('two pagers with one message'),
    without: ['the condition on the version', 'deciding again after a conflict'],
  },
  'somebody takes it while a step is sent': {
    lives: meet('a pager, and somebody who takes it', 'a pager, and two who take it'),
    without: [
      'the condition when somebody takes an alert',
      'leaving alone what somebody has taken',
      'refusing a second taker',
    ],
  },
  'Lambda stops the loop after 16 rounds': {
    lives: told(
      lifeOf({ stopsLoops: true }),
      calmLife(of([person('ignore')], 'many rounds'), { stopsLoops: true }),
    ),
    without: ['the sweeper', 'the end of a policy\u2019s rounds'],
  },
  'SNS throttles': {
    lives: befalls(['sms'], ['fails']),
    without: ['trying again what SNS could not take'],
  },
  'the spend limit is reached': {
    lives: story('the spend on SMS is used up'),
    without: ['the alarm that nobody answers', 'sending the message of the next turn'],
  },
  'a wrong or opted-out number': {
    lives: told(
      calmLife(of([person('ignore', { number: 'wrong' }), person('take')])),
      calmLife(of(people.map((one): Person => ({ ...one, number: 'wrong' })))),
    ),
    without: [
      'sending the message of the next turn',
      'the next step at once where no page went out',
    ],
  },
  'nobody is on call, or their certificate has ended': {
    lives: told(
      calmLife(of([])),
      calmLife(
        of([person('take', nobody), person('take', nobody), person('take', { lead: true })]),
      ),
      calmLife(of([person('take', nobody), person('take', { ...nobody, lead: true })])),
    ),
    without: ['the certificate', 'the lead as the last resort', 'the alarm that nobody is on call'],
  },
  'clocks differ by ten minutes': {
    lives: told(lifeOf({ skew: 600 }), lifeOf({ skew: 600, chance: 2 })),
    without: ['the condition on the version', 'looking at when a step is due'],
  },
  'the sweeper dies, or runs twice': {
    lives: told(
      lifeOf({ sweeps: [{ minute: 0, is: 'doubled' }] }),
      lifeOf({ sweeps: [0, 1].map((minute) => ({ minute, is: 'skipped' as const })) }),
    ),
    without: ['the sweeper\u2019s messages, which have no turn'],
  },
  'a deploy in the middle of an alert': {
    lives: told(lifeOf({ yesterday: 'with turn' }), lifeOf({ yesterday: 'without turn' })),
    without: ['the sweeper\u2019s messages, which have no turn'],
  },
  'DynamoDB, SQS or SNS is out as a whole': {
    lives: story(
      'the table is out for an hour',
      'the table goes out between a press and its first page',
      'the first message comes back to a pager that cannot read the table',
      'only the pagers lose the table after the press, and somebody takes it',
      'the queue is out for an hour',
      'SNS is out for an hour',
      'table and queue are out for ten minutes',
    ),
    without: [
      'paging what a message carries while the table is out',
      'carrying what paging needs where the press was stored',
      'the bound on the age of what a first message says',
      'waiting for the table once somebody has the link of what it holds',
      'writing what the queue kept',
      'sending back what the queue kept and cannot be written',
      'keeping who took the alert while the queue had it',
      'keeping in a queue, or nowhere, what no table has',
      'calling the pager past a queue that is out',
      'the second region',
    ],
  },
};
