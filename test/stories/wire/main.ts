import { parseArgs } from 'node:util';
import { orUsage } from '../../../bin/or-usage.ts';

/** Every way in which each call of an alert's life can go wrong, told case by case. */
const usage = `npm run faults
Starts a stack of its own and lets each call of AWS in an alert's life go wrong, in every way.`;

orUsage(usage, () => parseArgs({ options: { help: { type: 'boolean' } } }));
process.env.FAULTS = 'all';
await import('../wire-faults.test.ts');
