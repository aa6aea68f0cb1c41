import { type Flood, floodOf } from './flood.ts';

/** Floods that together meet every remedy. */
export const floods: Readonly<Record<string, Flood>> = {
  '5,000 presses of tier 1 in a minute': floodOf({ presses: 5_000 }),
  '300 presses in a second': floodOf({ presses: 300, seconds: 1 }),
  '1,000 presses, and steps that follow within seconds': floodOf({
    presses: 1_000,
    category: 'other',
    policy: 'hasty',
  }),
  '150 presses, and then one now and then': floodOf({
    presses: 150,
    seconds: 3,
    beside: 30,
    policy: 'brief',
  }),
  '600 presses in a minute, an SNS that takes two seconds, and few pagers at once': floodOf({
    presses: 600,
    smsTakes: 2_000,
    batchesAtOnce: 3,
    pagers: 1,
  }),
  '4,000 presses in a minute, and a table that is out for two': floodOf({
    presses: 4_000,
    tableOutSeconds: 120,
  }),
  '15,000 presses in a minute, five pagers, and an SNS that takes all': floodOf({
    presses: 15_000,
    pagers: 5,
    smsPerSecond: 1_000,
  }),
};
