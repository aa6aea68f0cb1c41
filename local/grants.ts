import type { FaultMode } from './faults.ts';
import { anyPhone, leadingKeyPatterns, nameInIam } from './permissions.ts';
import type { LocalFunction } from './stack.ts';

/** One action on one resource that a role allows. */
export interface Grant {
  /** The function's logical id, since several may have one name. */
  id: string;
  function: string;
  action: string;
  /** An ARN or a pattern of ARNs, or `everything but` one. */
  resource: string;
  /** Of a table, a pattern of the partition keys that it is for, `TEAM#*`; any key where absent. */
  items?: string;
  /** A call since the start needed it. */
  used: boolean;
  /** How such calls were made to go wrong. */
  struck: FaultMode[];
}

const but = 'everything but ';

/** What a call needs of its function's role. */
export interface Need {
  action: string;
  resource: string;
  /** Partition keys of a call to a table. */
  keys?: readonly string[];
}

/** Notes what the functions' calls need of their roles. */
export class Grants {
  private readonly byFunction = new Map<string, Grant[]>();

  /** `mode` says how the call goes wrong, if it does. */
  note(fn: LocalFunction, need: Need, mode?: FaultMode): void {
    for (const grant of this.held(fn)) {
      if (!isFor(grant, need)) continue;
      grant.used = true;
      if (mode !== undefined && !grant.struck.includes(mode)) grant.struck.push(mode);
    }
  }

  /** All that the roles allow. */
  of(functions: readonly LocalFunction[]): Grant[] {
    return functions.flatMap((fn) => this.held(fn));
  }

  private held(fn: LocalFunction): Grant[] {
    const known = this.byFunction.get(fn.id);
    if (known !== undefined) return known;
    const held = allowedBy(fn).map((one) => ({
      id: fn.id,
      function: fn.name,
      ...one,
      used: false,
      struck: [],
    }));
    this.byFunction.set(fn.id, held);
    return held;
  }
}

function isFor({ action, resource, items }: Grant, need: Need): boolean {
  if (!fits(action, nameInIam(need.action)) || !isAmong(resource, need.resource)) return false;
  return items === undefined || need.keys?.some((key) => fits(items, key)) === true;
}

function allowedBy({ statements }: LocalFunction): Pick<Grant, 'action' | 'resource' | 'items'>[] {
  return statements
    .filter((statement) => statement.Effect === 'Allow')
    .flatMap(({ Action, Resource, NotResource, Condition }) => {
      const excepted = [NotResource ?? []].flat().map((one) => but + one);
      const resources = [...[Resource ?? []].flat(), ...excepted];
      const patterns = leadingKeyPatterns(Condition);
      const places = resources.flatMap((resource) =>
        patterns.length === 0 ? [{ resource }] : patterns.map((items) => ({ resource, items })),
      );
      return [Action].flat().flatMap((action) => places.map((place) => ({ action, ...place })));
    });
}

/** A phone has no ARN, so it is among everything but ARNs. */
function isAmong(pattern: string, resource: string): boolean {
  if (resource === anyPhone) return pattern === '*' || pattern.startsWith(but);
  if (pattern.startsWith(but)) return !fits(pattern.slice(but.length), resource);
  return fits(pattern, resource);
}

const matchers = new Map<string, RegExp>();

/** `*` stands for any text, `?` for one character, as IAM has them. */
export function fits(pattern: string, text: string): boolean {
  let matcher = matchers.get(pattern);
  if (matcher === undefined) matchers.set(pattern, (matcher = matcherOf(pattern)));
  return matcher.test(text);
}

function matcherOf(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's');
}
