import { triageText } from '../lambdas/domain/triage.ts';
import { judged, scoreOf, tunedSentences, unseenSentences } from '../test/triage/labelled.ts';
import type { Bench } from './support/benchmark.ts';
import { median, quantile } from './support/quantiles.ts';
import type { Row } from './support/row.ts';

/** How well and how fast the words of a report are understood; `npm run triage` says it by category. */
export default async function triage(bench: Bench): Promise<Row[]> {
  bench.progress('labelled sentences');
  return [
    ...shares('unseen', unseenSentences()),
    ...shares('tuned', tunedSentences()),
    ...texts().map(([name, text]) => timed(bench, name, text)),
  ];
}

function shares(part: string, sentences: ReturnType<typeof unseenSentences>): Row[] {
  const { dangers, recall, precision } = scoreOf(judged(sentences));
  const notes = [`${sentences.length} sentences, ${dangers.length} of tier 1`];
  return [
    { what: `triage, recall on the ${part} part`, measured: { value: recall, unit: '' }, notes },
    { what: `triage, precision on the ${part} part`, measured: { value: precision, unit: '' } },
  ];
}

/** Texts that people write, and texts that are written to be slow. */
function texts(): [name: string, text: string][] {
  const tuned = tunedSentences();
  const written = tuned.map((_, index) => tuned[(index * 7) % tuned.length]!.text);
  const filled = (words: string, length: number) =>
    words.repeat(Math.ceil(length / words.length)).slice(0, length);
  const prose = written.join('. ');
  return [
    ['2,000 characters of reports', filled(prose, 2_000)],
    ['2,000 of one letter', filled('a', 2_000)],
    ['2,000 of a denial', filled('ga ', 2_000)],
    ['2,000 of stars', filled('p*', 2_000)],
    ['16,000 characters of reports', filled(prose, 16_000)],
    ['16,000 of a word of danger', filled('raba ', 16_000)],
  ];
}

function timed(bench: Bench, name: string, text: string): Row {
  bench.progress(name);
  const times = Array.from({ length: 220 }, () => {
    const began = performance.now();
    triageText(text);
    return performance.now() - began;
  }).slice(20);
  return {
    what: `triageText, ${name}`,
    measured: { value: median(times), unit: 'ms' },
    ...(text.length <= 2_000 && { target: { of: 'measured', atMost: 1 } as const }),
    notes: [`warm, median of 200, fastest ${quantile(times, 0).toFixed(2)} ms`],
  };
}
