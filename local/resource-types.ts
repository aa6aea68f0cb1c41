import type { Template } from './template.ts';

/** Types that need nothing on one machine. Any other that is not run is an error. */
const harmless = new Set([
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::KMS::Key',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
]);

const run = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Scheduler::Schedule',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
]);

/** Throws where a template asks for something that would silently not be there. */
export function refuseUnknown(template: Template): void {
  for (const [id, { Type, Properties = {} }] of Object.entries(template.resources)) {
    // Nobody reads mail here; a subscription of a queue or a function would have to be run.
    if (Type === 'AWS::SNS::Subscription' && Properties.Protocol === 'email') continue;
    // A managed policy's statements are not in the template, so they could not be checked.
    if (Type === 'AWS::IAM::Role' && [Properties.ManagedPolicyArns ?? []].flat().length > 0) {
      throw new Error(`${id} has managed policies, which the local stack cannot check`);
    }
    if (Type === 'AWS::Lambda::EventInvokeConfig' && Properties.MaximumRetryAttempts !== 0) {
      throw new Error(`${id} allows retries of events, which are not run locally`);
    }
    if (!harmless.has(Type) && !run.has(Type)) {
      throw new Error(`the local stack does not know how to run ${id}, a ${Type}`);
    }
  }
}
