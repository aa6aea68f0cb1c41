import { lastOf } from './arns.ts';
import type { Properties, Template } from './template.ts';

/** What an HTTP API waits for a function at most. */
const longestWaitMs = 30_000;

export interface Route {
  /** `GET /p/{token}` */
  key: string;
  functionId: string;
  /** Undefined where the route needs no token. */
  scopes?: string[];
  /** How long the API waits for the function. */
  timeoutMs: number;
}

export function readRoutes(template: Template): Route[] {
  const integrations = new Map(
    template.ofType('AWS::ApiGatewayV2::Integration').map(({ id, properties }) => [id, properties]),
  );
  return template.ofType('AWS::ApiGatewayV2::Route').map(({ id, properties }) => {
    const integration = integrations.get(lastOf(properties.Target, '/'))!;
    return {
      key: properties.RouteKey,
      functionId: lastOf(integration.IntegrationUri, ':'),
      scopes: scopesOf(id, properties),
      timeoutMs: integration.TimeoutInMillis ?? longestWaitMs,
    };
  });
}

/** A kind of authorization that is not run here must not leave its route open. */
function scopesOf(id: string, { AuthorizationType = 'NONE', AuthorizationScopes }: Properties) {
  if (AuthorizationType === 'NONE') return undefined;
  if (AuthorizationType === 'JWT') return (AuthorizationScopes ?? []) as string[];
  throw new Error(`${id} asks for ${AuthorizationType}, which is not checked locally: JWT is`);
}

/** The one JWT authorizer of a template; a template without one trusts no token. */
export function readAuthorizer(template: Template): { issuer: string; audience: string[] } {
  const authorizers = template.ofType('AWS::ApiGatewayV2::Authorizer');
  const [one] = authorizers;
  if (one === undefined) return { issuer: '', audience: [] };
  if (authorizers.length > 1 || one.properties.AuthorizerType !== 'JWT') {
    throw new Error(`the local stack runs one JWT authorizer alone, not ${one.id}`);
  }
  const { Issuer, Audience } = one.properties.JwtConfiguration;
  return { issuer: Issuer ?? '', audience: Audience ?? [] };
}
