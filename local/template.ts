import { readFileSync } from 'node:fs';
import { account, arnOf } from './arns.ts';
import { Conditions } from './conditions.ts';

export interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
  Metadata?: Record<string, unknown>;
  Condition?: string;
}

interface TemplateFile {
  Resources: Record<string, Resource>;
  Parameters?: Record<string, { Default?: string }>;
  Conditions?: Record<string, unknown>;
}

/** What `AWS::NoValue` becomes: whatever holds it leaves it out. */
const noValue = Symbol('AWS::NoValue');

/** What a template cannot know until it is deployed: here, where the engines listen. */
export interface Places {
  region: string;
  /** Where the HTTP API answers, without a slash at its end. */
  apiUrl: string;
  queueUrl(name: string): string;
}

/**
 * A synthesized template with its intrinsic functions worked out. A resource is called by its
 * logical id. What is asked for and not known here is an error, never a silent guess.
 */
export class Template {
  readonly resources: Readonly<Record<string, Resource>>;
  readonly places: Places;
  private readonly parameters: Readonly<Record<string, { Default?: string }>>;
  private readonly conditions: Conditions;

  constructor(file: string | TemplateFile, places: Places) {
    const template =
      typeof file === 'string' ? (JSON.parse(readFileSync(file, 'utf8')) as TemplateFile) : file;
    this.places = places;
    this.parameters = template.Parameters ?? {};
    this.conditions = new Conditions(template.Conditions ?? {}, (value) => this.resolve(value));
    this.resources = Object.fromEntries(
      Object.entries(template.Resources).filter(
        ([, { Condition }]) => Condition === undefined || this.conditions.holds(Condition),
      ),
    );
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
    if (Array.isArray(value)) {
      return value.map((one) => this.resolve(one)).filter((one) => one !== noValue);
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    if (entries.length === 1) {
      const [name, argument] = entries[0]!;
      const intrinsic = this.intrinsic(name, argument);
      if (intrinsic !== undefined) return intrinsic;
    }
    const resolved = entries.map(([key, one]) => [key, this.resolve(one)] as const);
    return Object.fromEntries(resolved.filter(([, one]) => one !== noValue));
  }

  private intrinsic(name: string, argument: unknown): unknown {
    switch (name) {
      case 'Ref':
        return argument === 'AWS::NoValue' ? noValue : this.ref(argument as string);
      case 'Fn::If': {
        const [condition, then, otherwise] = argument as [string, unknown, unknown];
        return this.resolve(this.conditions.holds(condition) ? then : otherwise);
      }
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
    return text.replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
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
      'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/siaga-local/local`,
    };
    if (pseudo[id] !== undefined) return pseudo[id];
    const parameter = this.parameters[id];
    if (parameter !== undefined) {
      if (parameter.Default === undefined) throw new Error(`the parameter ${id} has no default`);
      return parameter.Default;
    }
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
    return arnOf(this.typeOf(id), id, this.places.region);
  }

  private typeOf(id: string): string {
    const resource = this.resources[id];
    if (resource === undefined) throw new Error(`the template refers to ${id}, which it lacks`);
    return resource.Type;
  }
}

// eslint-disable-next-line typescript/no-explicit-any -- CloudFormation's properties are untyped
export type Properties = Record<string, any>;
