/** AWS's ARNs, made from the logical ids of a template. */
export const account = '000000000000';

const forms: Record<string, (region: string, id: string) => string> = {
  'AWS::DynamoDB::GlobalTable': (region, id) => `dynamodb:${region}:${account}:table/${id}`,
  'AWS::DynamoDB::Table': (region, id) => `dynamodb:${region}:${account}:table/${id}`,
  'AWS::SQS::Queue': (region, id) => `sqs:${region}:${account}:${id}`,
  'AWS::SNS::Topic': (region, id) => `sns:${region}:${account}:${id}`,
  'AWS::Lambda::Function': (region, id) => `lambda:${region}:${account}:function:${id}`,
  'AWS::IAM::Role': (_, id) => `iam::${account}:role/${id}`,
  'AWS::KMS::Key': (region, id) => `kms:${region}:${account}:key/${id}`,
  'AWS::Logs::LogGroup': (region, id) => `logs:${region}:${account}:log-group:${id}:*`,
  'AWS::Events::Rule': (region, id) => `events:${region}:${account}:rule/${id}`,
  'AWS::CloudWatch::Alarm': (region, id) => `cloudwatch:${region}:${account}:alarm:${id}`,
};

export function arnOf(type: string, id: string, region: string): string {
  const form = forms[type];
  if (form === undefined) throw new Error(`no ARN is known here for a ${type}`);
  return `arn:aws:${form(region, id)}`;
}

/** The last part of an ARN or a path: mostly the logical id that it was made from. */
export function lastOf(text: string, separator: string): string {
  return text.split(separator).at(-1)!;
}
