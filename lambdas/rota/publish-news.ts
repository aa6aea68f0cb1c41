import type { Tier } from '../domain/policy.ts';
import type { RotaNews } from '../domain/rota-news.ts';
import type { RotaEvent, RotaTopics, Telemetry } from '../ports.ts';

/**
 * One event for each course that ends and each hole. Answers with what was told, for it to be
 * remembered, and with the errors of the rest, which stays news.
 */
export async function publishNews(
  ports: { topics: RotaTopics; telemetry: Pick<Telemetry, 'count'> },
  of: { tier: Tier; news: RotaNews; now: number },
): Promise<{ told: RotaNews; errors: unknown[] }> {
  const { tier, news, now } = of;
  const told: RotaNews = { certificates: [], holes: [] };
  const errors: unknown[] = [];
  const at = iso(now);
  const publish = async (event: RotaEvent, remember: () => void) => {
    try {
      await ports.topics.publish(event);
      remember();
    } catch (error) {
      errors.push(error);
    }
  };
  for (const one of news.certificates) {
    const event = { type: 'certificates_end' as const, tier, ...one, at };
    await publish(event, () => told.certificates.push(one));
  }
  for (const one of news.holes) {
    const span = { from: iso(one.from), to: iso(one.to) };
    const event = { type: 'coverage_hole' as const, tier, ...one, ...span, at };
    await publish(event, () => told.holes.push(one));
  }
  const count = told.certificates.length + told.holes.length;
  if (count > 0) ports.telemetry.count('RotaWarnings', tier, count);
  return { told, errors };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
