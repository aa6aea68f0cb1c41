import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/** Who may call a route: any one of these scopes, whoever holds a link, or anybody at all. */
export type Access = readonly [string, ...string[]] | 'link' | 'anybody';

const openBecause = {
  link: 'The link itself is the right: a MAC under a key of the alert or the tier, checked by the function.',
  anybody:
    'Question script and description hold nothing of anybody, and apps ask before they have a token.',
};

export interface AlertApiProps {
  issuer: string;
  audience: string;
}

/** The HTTP API: its routes, and who may call each. */
export class AlertApi extends Construct {
  readonly http: HttpApi;
  private readonly authorizer: HttpJwtAuthorizer;
  private readonly integrations = new Map<IFunction, HttpLambdaIntegration>();

  constructor(scope: Construct, id: string, props: AlertApiProps) {
    super(scope, id);
    this.authorizer = new HttpJwtAuthorizer('Tokens', props.issuer, {
      jwtAudience: [props.audience],
    });
    this.http = new HttpApi(this, 'Http', {
      createDefaultStage: false,
      description: 'Siaga: presses, staff, and the pages behind SMS links',
    });
    const log = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      // Far above any flood that is expected: a press is never turned away to save money.
      throttle: { rateLimit: 5_000, burstLimit: 5_000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        // The route and not the path, whose token is a secret; no address, which is a person's.
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            at: '$context.requestTimeEpoch',
            route: '$context.routeKey',
            status: '$context.status',
            latencyMs: '$context.responseLatency',
            integrationError: '$context.integrationErrorMessage',
            authorizerError: '$context.authorizer.error',
          }),
        ),
      },
    });
  }

  /** What the links of an SMS begin with: the API's own https address, without a slash at its end. */
  get url(): string {
    return this.http.apiEndpoint;
  }

  route(method: 'GET' | 'POST' | 'PUT', path: string, access: Access, handler: IFunction): void {
    const open = access === 'link' || access === 'anybody';
    const routes = this.http.addRoutes({
      path,
      methods: [HttpMethod[method]],
      integration: this.integrationOf(handler),
      authorizer: open ? new HttpNoneAuthorizer() : this.authorizer,
      authorizationScopes: open ? undefined : [...access],
    });
    if (!open) return;
    for (const route of routes) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: openBecause[access],
      });
    }
  }

  private integrationOf(handler: IFunction): HttpLambdaIntegration {
    const known = this.integrations.get(handler);
    if (known !== undefined) return known;
    const made = new HttpLambdaIntegration(`${handler.node.id}Integration`, handler);
    this.integrations.set(handler, made);
    return made;
  }
}
