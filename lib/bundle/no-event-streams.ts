/**
 * Stands in for the SDK's event streams in the bundles. The SDK loads them for operations that
 * stream events; DynamoDB, SQS and SNS have none.
 */
export function EventStreamSerde(): never {
  throw new Error('event streams are left out of the bundles; see lib/bundle');
}
