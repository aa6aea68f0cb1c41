import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import fc from 'fast-check';
import { importJWK, SignJWT } from 'jose';

/** What is wrong with a token, in the ways that people forge them. */
const forgeries = [
  'none',
  'garbage',
  'expired',
  'endless',
  'not yet',
  'alg none',
  'HS256 with the public key',
  'of another key',
  'without a key id',
  'of another issuer',
  'for another audience',
  'body changed',
] as const;
export type TokenKind = 'right' | (typeof forgeries)[number];

export interface TokenAsked {
  kind: TokenKind;
  sub: string;
  /** Space-separated, as in the token. */
  scope: string;
}

const subs = [
  'rider-1',
  'rider-2',
  'driver-1',
  'ana',
  'boss',
  '__proto__',
  'x'.repeat(300),
  'é🚨',
  ' ',
];

/** Mostly right ones for a route of these scopes. */
export function anyToken(scopes: string[]): fc.Arbitrary<TokenAsked> {
  const right = scopes.length > 0 ? fc.constantFrom(...scopes) : fc.constant('staff');
  return fc.record({
    kind: fc.oneof(
      { weight: 20, arbitrary: fc.constant('right' as const) },
      { weight: 3, arbitrary: fc.constantFrom(...forgeries) },
    ),
    sub: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('rider-1', 'rider-2', 'boss', 'ana') },
      { weight: 1, arbitrary: fc.constantFrom(...subs) },
    ),
    scope: fc.oneof(
      { weight: 12, arbitrary: right },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '',
          'alerts:write',
          'staff',
          'staff:admin',
          'trips:write',
          'openid',
          'STAFF',
          'staffs',
          'alerts:write trips:write',
        ),
      },
    ),
  });
}

export interface TokenMaker {
  /** The value of the header, or undefined for no header. */
  authorization(asked: TokenAsked): Promise<string | undefined>;
}

/** Makes tokens with the issuer's own key, right ones and forged ones; each once. */
export function tokenMaker(of: {
  key: JsonWebKey & { kid?: string };
  issuer: string;
  audience: string;
}): TokenMaker {
  const made = new Map<string, Promise<string | undefined>>();
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const now = Math.floor(Date.now() / 1000);

  async function make({ kind, sub, scope }: TokenAsked): Promise<string | undefined> {
    if (kind === 'none') return undefined;
    if (kind === 'garbage') return 'Bearer eyJhbGciOiJSUzI1NiJ9.e30.AAAA';
    const claims = {
      iss: kind === 'of another issuer' ? 'https://elsewhere.example' : of.issuer,
      aud: kind === 'for another audience' ? 'other' : of.audience,
      sub,
      scope,
      iat: now - 120,
      ...(kind !== 'endless' && { exp: kind === 'expired' ? now - 60 : now + 86_400 }),
      ...(kind === 'not yet' && { nbf: now + 86_000 }),
    };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { kid } = of.key;
    if (kind === 'alg none') return `Bearer ${part({ alg: 'none', kid })}.${part(claims)}.`;
    if (kind === 'HS256 with the public key') {
      const pem = createPublicKey({ key: of.key, format: 'jwk' }).export({
        type: 'spki',
        format: 'pem',
      });
      const signed = `${part({ alg: 'HS256', kid })}.${part(claims)}`;
      return `Bearer ${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
    }
    const header = { alg: 'RS256', ...(kind !== 'without a key id' && { kid }) };
    const key =
      kind === 'of another key'
        ? other
        : await importJWK(of.key as Parameters<typeof importJWK>[0], 'RS256');
    const token = await new SignJWT(claims).setProtectedHeader(header).sign(key);
    if (kind !== 'body changed') return `Bearer ${token}`;
    const [head, , signature] = token.split('.');
    return `Bearer ${head}.${part({ ...claims, sub: 'somebody-else' })}.${signature}`;
  }

  return {
    authorization(asked) {
      const name = JSON.stringify([asked.kind, asked.sub, asked.scope]);
      const token = made.get(name) ?? make(asked);
      made.set(name, token);
      return token;
    },
  };
}
