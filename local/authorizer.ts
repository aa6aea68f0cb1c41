import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';

/**
 * What API Gateway's JWT authorizer checks of a token:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export interface Authorizer {
  /** The claims, or undefined where the token is missing or not to be trusted. */
  verify(authorization: string | undefined): Promise<JWTPayload | undefined>;
}

export function openAuthorizer(of: { issuer: string; audience: string[] }): Authorizer {
  const keys = createRemoteJWKSet(new URL(`${of.issuer}/jwks`));
  return {
    async verify(authorization = '') {
      const [, token] = /^(?:Bearer +)?(\S+)$/i.exec(authorization) ?? [];
      if (token === undefined) return undefined;
      try {
        const { payload, protectedHeader } = await jwtVerify(token, keys, {
          issuer: of.issuer,
          // HTTP APIs take RSA alone.
          algorithms: ['RS256', 'RS384', 'RS512'],
          requiredClaims: ['exp'],
        });
        if (protectedHeader.kid === undefined || !isForUs(payload, of.audience)) return undefined;
        return payload.iat === undefined || payload.iat <= Date.now() / 1000 ? payload : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** `client_id` counts only where there is no `aud`. */
function isForUs(claims: JWTPayload, audience: string[]): boolean {
  const given = [claims.aud ?? claims.client_id].flat();
  return given.some((one) => audience.includes(String(one)));
}

/** Any one scope of the route suffices; a route without scopes asks for a valid token alone. */
export function holdsScope(claims: JWTPayload, scopes: string[]): boolean {
  const held = [claims.scope ?? claims.scp]
    .flat()
    .flatMap((one) => (typeof one === 'string' ? one.split(' ') : []));
  return scopes.length === 0 || scopes.some((scope) => held.includes(scope));
}
