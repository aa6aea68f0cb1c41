import type { Category } from '../policy.ts';
import { explaining, idOf } from './compiled.ts';
import { find, type Finding, type Places } from './find.ts';
import type { Token } from './tokens.ts';

const [not, carry, or, me, hearsay, ordinary, praise, iff] = [
  idOf('NOT'),
  idOf('CARRY'),
  idOf('OR'),
  idOf('ME'),
  idOf('HEARSAY'),
  idOf('ORDINARY'),
  idOf('PRAISE'),
  idOf('IF'),
];

/** A denial reaches over so many words that carry it. */
const denialReach = 5;
/** News, a film or a rule explains so many words after it, and so many before. */
const hearsayReach = { after: 5, before: 3 };
/** An ordinary matter explains a hint so many words away. */
const ordinaryReach = 15;

/** The findings that nothing excuses. */
export function unexcused(
  tokens: readonly Token[],
  places: Places,
  findings: readonly Finding[],
): Finding[] {
  const explained = explainedIn(places);
  const denied = new Set<number>();
  const ordinaryAt = countsOf(tokens, [ordinary, hearsay, praise]);
  const told = countsOf(tokens, [hearsay, praise]);
  const praisedAt = countsOf(tokens, [praise]);
  const left = findings.filter((finding) => {
    if (isExplained(finding, explained)) return false;
    if (isDenied(tokens, finding, denied)) {
      for (const index of finding.at) denied.add(index);
      return false;
    }
    return !isHeard(tokens, finding);
  });
  const hints = left.filter(({ phrase }) => phrase.use === 'hints');
  return left.filter((finding) => {
    if (finding.phrase.use !== 'hints') {
      return !finding.phrase.vague || !isNear(finding, praisedAt);
    }
    return !isNear(finding, isBorneOut(finding, hints) ? told : ordinaryAt);
  });
}

/** Whether other words hint at danger too: a lost signal does not explain fear in a forest. */
function isBorneOut({ at }: Finding, hints: readonly Finding[]): boolean {
  return hints.some((other) => !other.at.some((index) => at.includes(index)));
}

/** Before each token, and after the last: how many tokens so far are one of these. */
function countsOf(tokens: readonly Token[], ids: readonly number[]): number[] {
  const counts = [0];
  for (const token of tokens) counts.push(counts.at(-1)! + Number(isOneOf(token, ids)));
  return counts;
}

/** Whether something that was counted lies near a finding and is no part of it. */
function isNear({ at }: Finding, counts: readonly number[]): boolean {
  const from = Math.max(0, at[0]! - ordinaryReach);
  const to = Math.min(counts.length - 1, at.at(-1)! + 1 + ordinaryReach);
  const within = at.reduce((sum, index) => sum + counts[index + 1]! - counts[index]!, 0);
  return counts[to]! - counts[from]! > within;
}

function isOneOf(token: Token, ids: readonly number[]): boolean {
  return ids.some((id) => is(token, id));
}

/** The tokens that the lexicon explains as something else: by index, for which categories. */
function explainedIn(places: Places): Map<number, (Category | undefined)[]> {
  const explained = new Map<number, (Category | undefined)[]>();
  for (const { phrase, at } of find(places, explaining)) {
    for (const [place, index] of at.entries()) {
      if (!phrase.items[place]!.explained) continue;
      explained.set(index, [...(explained.get(index) ?? []), phrase.category]);
    }
  }
  return explained;
}

function isExplained({ phrase, at }: Finding, explained: ReturnType<typeof explainedIn>): boolean {
  return at.some((index) =>
    explained
      .get(index)
      ?.some((category) => category === undefined || category === phrase.category),
  );
}

/** `tidak pernah ada pelecehan`, and `pelecehan tidak ada`; but `boleh cium ga` is a question. */
function isDenied(tokens: readonly Token[], { at }: Finding, denied: ReadonlySet<number>): boolean {
  return (
    at.some((index) => deniedBefore(tokens, at, index, denied)) || deniedAfter(tokens, at.at(-1)!)
  );
}

function deniedBefore(
  tokens: readonly Token[],
  at: readonly number[],
  index: number,
  denied: ReadonlySet<number>,
): boolean {
  for (let before = index - 1; before >= Math.max(0, index - denialReach); before -= 1) {
    if (tokens[before + 1]!.pause > 0 || at.includes(before)) return false;
    const token = tokens[before]!;
    // `kalo engga, anakmu sasarannya`: what is said after it is no denial.
    if (is(token, not)) return before === 0 || !is(tokens[before - 1]!, iff);
    if (is(token, or) && denied.has(before - 1)) return true;
    if (!is(token, carry)) return false;
  }
  return false;
}

function deniedAfter(tokens: readonly Token[], last: number): boolean {
  const denial = tokens[last + 1];
  if (denial === undefined || denial.pause > 0 || !is(denial, not)) return false;
  if (tokens[last + 2] === undefined || !is(tokens[last + 2]!, carry)) return false;
  let end = last + 3;
  while (end < tokens.length && tokens[end]!.pause === 0 && is(tokens[end]!, carry)) end += 1;
  return end >= tokens.length || tokens[end]!.pause > 0;
}

/**
 * Told of in the news or a film, unless the teller comes between: `baca berita begal, eh saya dibegal`.
 * News is told in a word; who says more than that tells what happened.
 */
function isHeard(tokens: readonly Token[], { at }: Finding): boolean {
  if (at.length > 1) return false;
  const first = at[0]!;
  for (let index = first - 1; index >= Math.max(0, first - hearsayReach.after); index -= 1) {
    if (tokens[index + 1]!.pause > 0 || is(tokens[index]!, me)) return false;
    if (is(tokens[index]!, hearsay))
      return !tokens.slice(first, at.at(-1)! + 2).some((token) => is(token, me));
  }
  const last = at.at(-1)!;
  for (let index = last + 1; index <= last + hearsayReach.before; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.pause > 0 || is(token, me)) return false;
    if (is(token, hearsay)) return true;
  }
  return false;
}

function is(token: Token, id: number): boolean {
  return token.symbols.includes(id);
}
