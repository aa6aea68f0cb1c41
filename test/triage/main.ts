import { parseArgs } from 'node:util';
import { orUsage } from '../../bin/or-usage.ts';
import { categories } from '../../lambdas/domain/policy.ts';
import {
  isDanger,
  judged,
  type Judged,
  scoreOf,
  tunedSentences,
  unseenSentences,
} from './labelled.ts';

/** `npm run triage [-- --tuning]`: how well the words of a report are understood. See README.md here. */
const usage = `npm run triage [-- --tuning]
Prints how well the words of a report are understood; --tuning does not list the unseen part's mistakes.`;
const { values } = orUsage(usage, () =>
  parseArgs({
    options: {
      tuning: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }),
);

const print = (line: string) => process.stdout.write(`${line}\n`);
const share = (of: number) => (Number.isNaN(of) ? '-' : `${(of * 100).toFixed(1)} %`);

report('unseen part', judged(unseenSentences()), !values.tuning);
report('tuned part', judged(tunedSentences()), true);

function report(name: string, all: readonly Judged[], named: boolean): void {
  const { dangers, missed, inVain, recall, precision, named: alike } = scoreOf(all);
  print(`\n${name}: ${all.length} sentences, ${dangers.length} of them of tier 1`);
  print(
    `raised to tier 1: recall ${share(recall)}, precision ${share(precision)}; category right ${share(alike)}`,
  );
  print('');
  print(row('category', 'sentences', 'found', 'so named', 'precision'));
  for (const category of categories) {
    const labelled = all.filter((one) => one.category === category);
    const called = all.filter((one) => one.found === category);
    if (labelled.length === 0 && called.length === 0) continue;
    const right = called.filter((one) => one.category === category).length;
    const hits = labelled.filter(({ found }) =>
      isDanger(category) ? isDanger(found) : found === category,
    ).length;
    print(
      row(
        category,
        String(labelled.length),
        share(hits / labelled.length),
        share(right / labelled.length),
        share(right / called.length),
      ),
    );
  }
  if (!named) return;
  list('missed', missed);
  list('raised in vain', inVain);
}

function row(category: string, ...figures: string[]): string {
  return category.padEnd(16) + figures.map((figure) => figure.padStart(11)).join('');
}

function list(heading: string, some: readonly Judged[]): void {
  print(`\n${heading}: ${some.length}`);
  for (const { text, category, found } of some) {
    print(`  ${category ?? 'ordinary'} -> ${found ?? 'nothing'}: ${text}`);
  }
}
