import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';

/** Who calls: the `sub` of the token that the authorizer has checked. A body never says it. */
export function subOf(env: unknown): string {
  const { event } = env as { event: APIGatewayProxyEventV2WithJWTAuthorizer };
  return String(event.requestContext.authorizer.jwt.claims.sub);
}

export function callerOf(env: unknown): { sub: string; requestId: string } {
  const { event } = env as { event: APIGatewayProxyEventV2WithJWTAuthorizer };
  return { sub: subOf(env), requestId: event.requestContext.requestId };
}
