import type { Tier } from '../domain/policy.ts';
import type { RotaNews } from '../domain/rota-news.ts';
import type { RotaTopics, Telemetry } from '../ports.ts';

/**
 * One event for each course that ends and each hole. Answers with what was told, for it to be
 * remembered. The first error ends it, since a topic that hangs must leave time to remember the rest;
 * what was not told stays news.
 */
export async function publishNews(
  ports: { topics: RotaTopics; telemetry: Pick<Telemetry, 'count'> },
  of: { tier: Tier; news: RotaNews; now: number },
): Promise<{ told: RotaNews; error?: unknown }> {
  const { tier, news, now } = of;
  const told: RotaNews = { certificates: [], holes: [] };
  const at = iso(now);
  let failure: { error?: unknown } = {};
  try {
    for (const one of news.certificates) {
      await ports.topics.publish({ type: 'certificates_end', tier, ...one, at });
      told.certificates.push(one);
    }
    for (const one of news.holes) {
      const span = { from: iso(one.from), to: iso(one.to) };
      await ports.topics.publish({ type: 'coverage_hole', tier, ...one, ...span, at });
      told.holes.push(one);
    }
  } catch (error) {
    failure = { error };
  }
  const count = told.certificates.length + told.holes.length;
  if (count > 0) ports.telemetry.count('RotaWarnings', tier, count);
  return { told, ...failure };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
