import { anyPhone, nameInIam } from './permissions.ts';
import type { LocalFunction } from './stack.ts';

/** One action on one resource that a role allows. */
export interface Grant {
  /** The function's logical id, since several may have one name. */
  id: string;
  function: string;
  action: string;
  /** An ARN or a pattern of ARNs, or `everything but` one. */
  resource: string;
  /** A call since the start needed it. */
  used: boolean;
}

const but = 'everything but ';

/** Notes what the functions' calls need of their roles. */
export class Grants {
  private readonly needed = new Map<string, { action: string; resource: string }[]>();
  private readonly seen = new Set<string>();

  note({ id }: LocalFunction, action: string, resource: string): void {
    const key = `${id} ${action} ${resource}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const needed = this.needed.get(id) ?? [];
    needed.push({ action: nameInIam(action), resource });
    this.needed.set(id, needed);
  }

  /** All that the roles allow. */
  of(functions: readonly LocalFunction[]): Grant[] {
    return functions.flatMap((fn) => {
      const needed = this.needed.get(fn.id) ?? [];
      return allowedBy(fn).map(({ action, resource }) => ({
        id: fn.id,
        function: fn.name,
        action,
        resource,
        used: needed.some((one) => fits(action, one.action) && isAmong(resource, one.resource)),
      }));
    });
  }
}

function allowedBy({ statements }: LocalFunction): { action: string; resource: string }[] {
  return statements
    .filter((statement) => statement.Effect === 'Allow')
    .flatMap(({ Action, Resource, NotResource }) => {
      const excepted = [NotResource ?? []].flat().map((one) => but + one);
      const resources = [...[Resource ?? []].flat(), ...excepted];
      return [Action]
        .flat()
        .flatMap((action) => resources.map((resource) => ({ action, resource })));
    });
}

/** A phone has no ARN, so it is among everything but ARNs. */
function isAmong(pattern: string, resource: string): boolean {
  if (resource === anyPhone) return pattern === '*' || pattern.startsWith(but);
  if (pattern.startsWith(but)) return !fits(pattern.slice(but.length), resource);
  return fits(pattern, resource);
}

/** `*` stands for any text, `?` for one character, as IAM has them. */
export function fits(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(text);
}
