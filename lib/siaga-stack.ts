import { Annotations, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { tiers } from '../lambdas/domain/policy.ts';
import { AlertApi } from './alert-api.ts';
import { AlertTable } from './alert-table.ts';
import { ApiAlarms } from './api-alarms.ts';
import { OpsTopic } from './ops-topic.ts';
import { PagingLane } from './paging-lane.ts';
import { RotaTeller } from './rota-teller.ts';
import { SiagaFunction } from './siaga-function.ts';
import { SmsSpendAlarms } from './sms-spend-alarms.ts';
import { leftOpen, type StageConfig } from './stage.ts';
import { Sweeper } from './sweeper.ts';
import { TableAlarms } from './table-alarms.ts';

/** Siaga, one stage of it: what a press goes through until somebody has taken it. */
export class SiagaStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { config: StageConfig }) {
    super(scope, id, props);
    const { config } = props;
    for (const [what, warning] of Object.entries(leftOpen(config))) {
      Annotations.of(this).addWarningV2(`siaga:${what}`, warning);
    }
    const alerts = new AlertTable(this, 'Alerts');
    const api = new AlertApi(this, 'Api', config);
    const alarms = new OpsTopic(this, 'Alarms', config.alarmEmail);

    const lanes = tiers.map(
      (tier) =>
        new PagingLane(this, `Tier${tier}`, {
          tier,
          alerts,
          alarms,
          linkBase: api.url,
          senderId: config.senderId,
          smsFallbackRegion: config.smsFallbackRegion,
          wordsRetentionDays: config.wordsRetentionDays,
        }),
    );
    const queues = {
      environment: Object.fromEntries(
        lanes.flatMap(({ queue, pager }, index) => [
          [`QUEUE_URL_${tiers[index]}`, queue.queueUrl],
          [`PAGER_${tiers[index]}`, pager.functionName],
        ]),
      ),
      // A pager may be called past its queue, but by no pager: they would go round without a queue.
      sendTo: [
        new PolicyStatement({
          actions: ['sqs:SendMessage'],
          resources: lanes.map((lane) => lane.queue.queueArn),
        }),
        new PolicyStatement({
          actions: ['lambda:InvokeFunction'],
          resources: lanes.map((lane) => lane.pager.functionArn),
        }),
      ],
    };
    new Sweeper(this, 'Sweeping', { alerts, queues, alarms });
    const topics = lanes.map((lane) => lane.topic);
    new RotaTeller(this, 'RotaTelling', { alerts, topics, senderId: config.senderId, alarms });

    const environment = { TABLE_NAME: alerts.table.tableName };
    const retention = {
      RETENTION_DAYS: String(config.retentionDays),
      WORDS_RETENTION_DAYS: String(config.wordsRetentionDays),
    };
    const press = new SiagaFunction(this, 'Press', {
      folder: 'press',
      description: 'Takes a press: stores it, then tells the queue of its tier',
      // More memory is more CPU, and a cold start here is a person waiting.
      memoryMb: 1024,
      environment: {
        ...environment,
        ...queues.environment,
        ...retention,
      },
      permissions: [...alerts.items({ GetItem: ['ALERT'], PutItem: ['ALERT'] }), ...queues.sendTo],
    });
    const reporter = new SiagaFunction(this, 'Reporter', {
      folder: 'reporter',
      description: 'What the apps ask besides a press',
      environment: { ...environment, ...queues.environment, ...retention },
      permissions: [
        ...alerts.items({
          GetItem: ['ALERT', 'SCRIPT'],
          PutItem: ['ALERT'],
          BatchWriteItem: ['ALERT'],
          Query: ['ALERT'],
        }),
        ...queues.sendTo,
      ],
    });
    const platform = new SiagaFunction(this, 'Platform', {
      folder: 'platform',
      description: 'What the platform tells of its trips',
      environment,
      permissions: alerts.items({ PutItem: ['TRIP'] }),
    });
    const responder = new SiagaFunction(this, 'Responder', {
      folder: 'responder',
      description: 'The page behind the link of an SMS',
      environment: { ...environment, ...queues.environment, ...retention },
      permissions: [
        ...alerts.items({
          GetItem: ['ALERT', 'TEAM', 'POLICY', 'SCRIPT', 'TRIP'],
          PutItem: ['ALERT'],
          UpdateItem: ['TEAM'],
          BatchGetItem: ['ALERT'],
          Query: ['ALERT'],
        }),
        ...alerts.dueAlerts(),
        ...queues.sendTo,
      ],
    });
    const staff = new SiagaFunction(this, 'Staff', {
      folder: 'staff',
      description: 'The board of alerts, the teams and the policies, calendars of shifts',
      environment: { ...environment, ...queues.environment, ...retention, LINK_BASE_URL: api.url },
      permissions: [
        ...alerts.items({
          GetItem: ['ALERT', 'TEAM', 'POLICY', 'SCRIPT', 'TRIP'],
          PutItem: ['ALERT', 'TEAM', 'POLICY', 'SCRIPT'],
          UpdateItem: ['TEAM'],
          BatchGetItem: ['ALERT'],
          BatchWriteItem: ['ALERT'],
          Query: ['ALERT'],
        }),
        ...alerts.dueAlerts(),
        ...queues.sendTo,
      ],
    });

    const read = ['staff', 'staff:admin'] as const;
    api.route('POST', '/v1/alerts', ['alerts:write'], press);
    api.route('GET', '/v1/alerts/{alertId}', ['alerts:write'], reporter);
    api.route('POST', '/v1/alerts/{alertId}/cancel', ['alerts:write'], reporter);
    api.route('POST', '/v1/alerts/{alertId}/locations', ['alerts:write'], reporter);
    for (const what of ['check-in', 'consents', 'erase']) {
      api.route('POST', `/v1/alerts/{alertId}/${what}`, ['alerts:write'], reporter);
    }
    api.route('POST', '/v1/reports', ['alerts:write'], reporter);
    api.route('GET', '/v1/intake', 'anybody', reporter);
    api.route('PUT', '/v1/trips/{tripId}', ['trips:write'], platform);
    api.route('GET', '/v1/staff/alerts', ['staff'], staff);
    api.route('GET', '/v1/staff/alerts/{alertId}', ['staff'], staff);
    api.route('GET', '/v1/staff/alerts/{alertId}/case', ['staff'], staff);
    api.route('GET', '/v1/staff/alerts/{alertId}/reads', ['staff'], staff);
    api.route('POST', '/v1/staff/alerts/{alertId}/erase', ['staff:admin'], staff);
    api.route('POST', '/v1/staff/alerts/{alertId}/{action}', ['staff'], staff);
    api.route('GET', '/v1/staff/teams/{tier}', read, staff);
    api.route('PUT', '/v1/staff/teams/{tier}', ['staff:admin'], staff);
    api.route('GET', '/v1/staff/policies/{tier}', read, staff);
    api.route('PUT', '/v1/staff/policies/{tier}', ['staff:admin'], staff);
    api.route('GET', '/v1/staff/scripts/{category}', read, staff);
    api.route('PUT', '/v1/staff/scripts/{category}', ['staff:admin'], staff);
    api.route('GET', '/v1/staff/on-call', read, staff);
    api.route('GET', '/v1/staff/coverage', read, staff);
    api.route('GET', '/v1/staff/calendars', read, staff);
    api.route('POST', '/v1/staff/calendars/{tier}/renew', ['staff:admin'], staff);
    api.route('GET', '/calendar/{token}', 'link', staff);
    api.route('GET', '/v1/openapi.json', 'anybody', staff);
    api.route('GET', '/p/{token}', 'link', responder);
    api.route('POST', '/p/{token}/{action}', 'link', responder);
    api.route('GET', '/q/{token}', 'link', responder);

    const functions = { press, reporter, responder, staff, platform };
    new ApiAlarms(this, 'ApiAlarms', { api, functions, notify: alarms });
    new TableAlarms(this, 'TableAlarms', { table: alerts.table, notify: alarms });
    new SmsSpendAlarms(this, 'SmsSpend', {
      monthlyLimitUsd: config.smsMonthlyLimitUsd,
      notify: alarms,
    });
    for (const part of this.node.findAll()) {
      if (part instanceof SiagaFunction) part.addEnvironment('STAGE', config.stage);
    }
    new CfnOutput(this, 'Url', { value: api.url, description: 'Where the apps send presses' });
    new CfnOutput(this, 'AlarmTopic', { value: alarms.topicArn });
  }
}
