import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Telemetry } from '../ports.ts';
import { errorFacts } from './error-facts.ts';

export function telemetry(): Telemetry {
  const logger = new Logger({ serviceName: 'siaga' });
  const metrics = new Metrics({ namespace: 'Siaga', serviceName: 'siaga' });
  return {
    count(metric, tier, value = 1) {
      const single = metrics.singleMetric();
      single.addDimension('tier', String(tier));
      single.addMetric(metric, MetricUnit.Count, value);
    },
    note: (message, fields) => logger.info(message, fields),
    fail: (message, error, fields) => logger.error(message, { ...fields, ...errorFacts(error) }),
  };
}
