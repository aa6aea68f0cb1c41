import { type Alias, type Document, LineCounter, parseDocument, visit } from 'yaml';
import { type Tier, tiers } from '../../lambdas/domain/policy.ts';
import { allowed, sentences } from './explain.ts';
import type { Path } from './hints.ts';
import { locate } from './locate.ts';
import { rosterSchema, type TierRoster } from './schema.ts';

/** Where in the file, lines and columns from 1, and what is wrong there and allowed instead. */
export interface Problem {
  line: number;
  column: number;
  says: string;
}

export interface RosterFile {
  tiers: ReadonlyMap<Tier, TierRoster>;
  /** Says something about a field of the file, with its line. */
  problemAt(path: Path, says: string): Problem;
}

/** A certificate that is written once and meant for a whole team is repeated by as many aliases. */
const mostAliases = 10_000;

/** Reads YAML or JSON, which is YAML too. Answers with what is wrong with it, in the file's order. */
export function readRoster(text: string): RosterFile | Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(withoutBanner(text), {
    lineCounter: lines,
    merge: true,
    // A frame around the mistake would show the numbers on that line.
    prettyErrors: false,
  });
  const problem = (offset: number, says: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col, says };
  };
  const unreadable = [...document.errors, ...document.warnings];
  if (unreadable.length > 0) return unreadable.map((one) => problem(one.pos[0], one.message));
  const loose = looseAliases(document);
  if (loose.length > 0) {
    return loose.map((one) => problem(one.range[0], `no &${one.source} stands before this`));
  }

  const problemAt = (path: Path, says: string) => problem(locate(document, path), says);
  const value = valueOf(document);
  if (value instanceof Error) return [problem(0, value.message)];
  if (!hasTiers(value)) return [problem(0, 'a team stands below its tier: tiers:, 1:, the team')];
  const read = rosterSchema.safeParse(value, { error: allowed });
  if (read.success) return { tiers: byTier(read.data.tiers), problemAt };

  return read.error.issues
    .flatMap((issue) => sentences(issue, at(value, issue.path) === undefined))
    .map(([path, says]) => problemAt(path, says))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** npm prints two lines of its own into what is redirected to a file; here they become empty ones. */
function withoutBanner(text: string): string {
  return text.replace(/^(\r?\n)> [^\n]*\n> [^\n]*\n\r?\n/, '$1$1$1$1');
}

/** References to anchors that there are not, of which YAML says no line. */
function looseAliases(document: Document): Alias.Parsed[] {
  const loose: Alias.Parsed[] = [];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) === undefined) loose.push(alias as Alias.Parsed);
    },
  });
  return loose;
}

function valueOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    return error;
  }
}

function hasTiers(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'tiers' in value;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((of: unknown, part) => (of as Record<PropertyKey, unknown>)?.[part], value);
}

function byTier(read: Partial<Record<Tier, TierRoster['team'] & Pick<TierRoster, 'policy'>>>) {
  const found = new Map<Tier, TierRoster>();
  for (const tier of tiers) {
    const { policy, ...team } = read[tier] ?? {};
    if (read[tier] !== undefined) found.set(tier, { team: team as TierRoster['team'], policy });
  }
  return found;
}
