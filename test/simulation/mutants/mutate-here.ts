import { type Change, mutate } from './mutate.ts';

mutate(JSON.parse(process.env.MUTANT!) as Change);
