import { readFileSync } from 'node:fs';

export interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
  Metadata?: Record<string, unknown>;
}

/** What a template cannot know until it is deployed: here, where the engines listen. */
export interface Places {
  region: string;
  /** Where the HTTP API answers, without a slash at its end. */
  apiUrl: string;
  queueUrl(name: string): string;
}

export const account = '000000000000';

/**
 * A synthesized template with its intrinsic functions worked out. A resource is called by its
 * logical id. What is asked for and not known here is an error, never a silent guess.
 */
export class Template {
  readonly resources: Readonly<Record<string, Resource>>;
  readonly places: Places;

  constructor(file: string, places: Places) {
    const { Resources } = JSON.parse(readFileSync(file, 'utf8')) as {
      Resources: Record<string, Resource>;
    };
    this.resources = Resources;
    this.places = places;
  }

  /** The resources of a type, by logical id, with their properties resolved. */
  ofType(type: string): { id: string; properties: Properties; metadata: Properties }[] {
    return Object.entries(this.resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({
        id,
        properties: this.resolve(resource.Properties ?? {}) as Properties,
        metadata: (resource.Metadata ?? {}) as Properties,
      }));
  }

  resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.resolve(one));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    if (entries.length === 1) {
      const [name, argument] = entries[0]!;
      const intrinsic = this.intrinsic(name, argument);
      if (intrinsic !== undefined) return intrinsic;
    }
    return Object.fromEntries(entries.map(([key, one]) => [key, this.resolve(one)]));
  }

  private intrinsic(name: string, argument: unknown): unknown {
    switch (name) {
      case 'Ref':
        return this.ref(argument as string);
      case 'Fn::GetAtt': {
        const [id, attribute] = (
          typeof argument === 'string' ? argument.split(/\.(.*)/) : argument
        ) as [string, string];
        return this.attribute(id, attribute);
      }
      case 'Fn::Join': {
        const [separator, parts] = argument as [string, unknown];
        return (this.resolve(parts) as string[]).join(separator);
      }
      case 'Fn::Select': {
        const [index, list] = argument as [number | string, unknown];
        return (this.resolve(list) as unknown[])[Number(index)];
      }
      case 'Fn::Split': {
        const [separator, text] = argument as [string, unknown];
        return (this.resolve(text) as string).split(separator);
      }
      case 'Fn::Sub':
        return this.substitute(argument as string | [string, Record<string, unknown>]);
      default:
        if (name.startsWith('Fn::')) throw new Error(`${name} is not worked out locally`);
        return undefined;
    }
  }

  private substitute(argument: string | [string, Record<string, unknown>]): string {
    const [text, values] = typeof argument === 'string' ? [argument, {}] : argument;
    return text.replaceAll(/\$\{([^}!]+)\}/g, (_, name: string) => {
      if (Object.hasOwn(values, name)) return String(this.resolve(values[name]));
      const [id, attribute] = name.split(/\.(.*)/) as [string, string | undefined];
      return attribute === undefined ? this.ref(id) : this.attribute(id, attribute);
    });
  }

  private ref(id: string): string {
    const { region, queueUrl } = this.places;
    const pseudo: Record<string, string> = {
      'AWS::Region': region,
      'AWS::AccountId': account,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': 'siaga-local',
    };
    if (pseudo[id] !== undefined) return pseudo[id];
    switch (this.typeOf(id)) {
      case 'AWS::SQS::Queue':
        return queueUrl(id);
      case 'AWS::SNS::Topic':
        return this.arn(id);
      default:
        return id;
    }
  }

  private attribute(id: string, attribute: string): string {
    const type = this.typeOf(id);
    if (type === 'AWS::ApiGatewayV2::Api' && attribute === 'ApiEndpoint') return this.places.apiUrl;
    if (attribute === 'Arn' || attribute === 'TopicArn') return this.arn(id);
    if (attribute === 'QueueName' || attribute === 'TopicName') return id;
    throw new Error(`${type} ${id} has no attribute ${attribute} here`);
  }

  private arn(id: string): string {
    const { region } = this.places;
    const forms: Record<string, string> = {
      'AWS::DynamoDB::GlobalTable': `dynamodb:${region}:${account}:table/${id}`,
      'AWS::DynamoDB::Table': `dynamodb:${region}:${account}:table/${id}`,
      'AWS::SQS::Queue': `sqs:${region}:${account}:${id}`,
      'AWS::SNS::Topic': `sns:${region}:${account}:${id}`,
      'AWS::Lambda::Function': `lambda:${region}:${account}:function:${id}`,
      'AWS::IAM::Role': `iam::${account}:role/${id}`,
      'AWS::KMS::Key': `kms:${region}:${account}:key/${id}`,
      'AWS::Logs::LogGroup': `logs:${region}:${account}:log-group:${id}:*`,
      'AWS::Events::Rule': `events:${region}:${account}:rule/${id}`,
      'AWS::CloudWatch::Alarm': `cloudwatch:${region}:${account}:alarm:${id}`,
    };
    const form = forms[this.typeOf(id)];
    if (form === undefined) throw new Error(`no ARN is known here for a ${this.typeOf(id)}`);
    return `arn:aws:${form}`;
  }

  private typeOf(id: string): string {
    const resource = this.resources[id];
    if (resource === undefined) throw new Error(`the template refers to ${id}, which it lacks`);
    return resource.Type;
  }
}

// eslint-disable-next-line typescript/no-explicit-any -- CloudFormation's properties are untyped
export type Properties = Record<string, any>;
