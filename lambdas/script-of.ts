import { type Category, isCategory } from './domain/policy.ts';
import { localeOf } from './domain/script/locales.ts';
import type { Script } from './domain/script/schema.ts';
import { scriptFor } from './domain/scripts/script-for.ts';
import type { ScriptStore, Telemetry } from './ports.ts';

export interface ScriptPorts {
  scripts: Pick<ScriptStore, 'loadScript'>;
  telemetry: Pick<Telemetry, 'fail'>;
}

export interface WantedScript {
  /** Absent where the button was pressed without one. */
  category?: Category | 'general';
  service?: string;
  /** A language tag; the nearest locale that there is counts. */
  locale?: string;
}

/**
 * The script that a person is asked by: staff's own for exactly this category, service and locale,
 * else their own for any service, else the shipped one. While the table is out it is the shipped
 * one, too: a script that cannot be read must keep nobody from being listened to.
 */
export async function loadScript(ports: ScriptPorts, wanted: WantedScript): Promise<Script> {
  const { category = 'general', service = 'any' } = wanted;
  const named = service.toLowerCase();
  const key = { category, service: named, locale: localeOf(wanted.locale) };
  try {
    const keys = named === 'any' ? [key] : [key, { ...key, service: 'any' }];
    const stored = await Promise.all(keys.map((one) => ports.scripts.loadScript(one)));
    const own = stored.find((one) => one?.document !== undefined);
    if (own?.document !== undefined) return own.document;
  } catch (error) {
    ports.telemetry.fail('script not read, the shipped one is used', error, {});
  }
  return shippedScript(key);
}

export function shippedScript(key: Pick<Script, 'category' | 'service' | 'locale'>): Script {
  const { category, service, locale } = key;
  return scriptFor({ category: isCategory(category) ? category : undefined, service, locale });
}
