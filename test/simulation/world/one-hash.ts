import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Lives of the same kind have the same people, trips and links, and hash the same words over and over: a
 * fifth of the time of a life. What was hashed once is known.
 */
const known = new Map<string, Buffer>();
const most = 10_000;

function onlyOnce(name: string, make: () => { update(text: string): { digest(): Buffer } }) {
  return {
    update(text: string) {
      const key = `${name} ${text}`;
      return {
        digest() {
          let digest = known.get(key);
          if (digest !== undefined) return digest;
          if (known.size >= most) known.clear();
          digest = make().update(text).digest();
          known.set(key, digest);
          return digest;
        },
      };
    },
  };
}

const { createHash, createHmac } = crypto;
const replaced = {
  createHash: (algorithm: string) => onlyOnce(algorithm, () => createHash(algorithm)),
  createHmac: (algorithm: string, key: Buffer) =>
    onlyOnce(`${algorithm} ${key.toString('base64')}`, () => createHmac(algorithm, key)),
};
Object.assign(crypto, replaced);
syncBuiltinESMExports();
