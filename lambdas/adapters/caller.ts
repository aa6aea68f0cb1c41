import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';

/** Who calls: the `sub` of the token that the authorizer has checked. A body never says it. */
export function subOf(env: unknown): string {
  const { event } = env as { event: APIGatewayProxyEventV2WithJWTAuthorizer };
  return String(event.requestContext.authorizer.jwt.claims.sub);
}

/**
 * Whether the caller's token has a scope, where a route that several may call tells them different
 * things. API Gateway takes it from `scope` or `scp`, and hands over a list as a text in brackets.
 */
export function holdsScope(env: unknown, scope: string): boolean {
  const { event } = env as { event: APIGatewayProxyEventV2WithJWTAuthorizer };
  const { claims } = event.requestContext.authorizer.jwt;
  return String(claims.scope ?? claims.scp ?? '')
    .split(/[\s,[\]]+/)
    .includes(scope);
}

export function callerOf(env: unknown): { sub: string; requestId: string } {
  const { event } = env as { event: APIGatewayProxyEventV2WithJWTAuthorizer };
  return { sub: subOf(env), requestId: event.requestContext.requestId };
}
