import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { OAuth2Issuer, OAuth2Service } from 'oauth2-mock-server';

const tokenSeconds = 12 * 60 * 60;

export interface Issuer {
  url: string;
  /** Serves the issuer's own routes (discovery, JWKS). */
  handler: RequestListener;
  token(claims: { sub: string; scope: string; audience: string[] }): Promise<string>;
}

/** The issuer of local tokens. Its key is kept on disk, so that tokens outlive a restart. */
export async function openIssuer(url: string, keyFile: string): Promise<Issuer> {
  const issuer = new OAuth2Issuer();
  issuer.url = url;
  if (existsSync(keyFile)) {
    await issuer.keys.add(JSON.parse(readFileSync(keyFile, 'utf8')) as Record<string, unknown>);
  } else {
    await issuer.keys.generate('RS256');
    const [key] = issuer.keys.toJSON(true);
    writeFileSync(keyFile, JSON.stringify(key), { mode: 0o600 });
  }
  return {
    url,
    handler: new OAuth2Service(issuer).requestHandler,
    token: ({ sub, scope, audience }) =>
      issuer.buildToken({
        expiresIn: tokenSeconds,
        scopesOrTransform: (_header, payload) => {
          payload.sub = sub;
          payload.scope = scope;
          payload.aud = audience.length === 1 ? audience[0]! : audience;
        },
      }),
  };
}
