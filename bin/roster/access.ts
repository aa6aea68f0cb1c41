import { Stop } from './stop.ts';
import type { Terminal } from './terminal.ts';

/** Where the staff API is, and the token for it. */
export interface Access {
  url: string;
  token: string;
  /** Where a token that is accepted comes from. */
  hint: string;
}

export const localUrl = 'http://localhost:3000';

const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The local stack gives a token to whoever asks. Any other server's comes from the environment, where
 * neither a shell's history nor a list of processes shows it, and goes out under https alone.
 */
export async function openAccess(terminal: Terminal, asked = localUrl): Promise<Access> {
  const address = readUrl(asked);
  const url = `${address.origin}${address.pathname.replace(/\/+$/, '')}`;
  if (thisMachine.includes(address.hostname)) return localAccess(terminal, url);
  if (address.protocol !== 'https:') {
    throw new Stop('usage', `--url ${url} must be https: the token and phone numbers go there`);
  }
  const token = terminal.env.SIAGA_TOKEN?.trim();
  if (token === undefined || token === '') {
    throw new Stop('usage', `set SIAGA_TOKEN to a token for ${url}, scopes staff and staff:admin`);
  }
  return { url, token, hint: 'set SIAGA_TOKEN to one that has not expired' };
}

function readUrl(asked: string): URL {
  const address = URL.canParse(asked) ? new URL(asked) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    throw new Stop('usage', '--url must be an address such as https://siaga.example.com');
  }
  if (address.username !== '' || address.password !== '' || address.search !== '') {
    throw new Stop('usage', '--url must hold no user, password or query');
  }
  return address;
}

async function localAccess(terminal: Terminal, url: string): Promise<Access> {
  const body = JSON.stringify({ sub: 'supervisor', scope: 'staff:admin staff' });
  const response = await terminal
    .fetch(`${url}/_local/token`, { method: 'POST', body, redirect: 'error' })
    .catch(() => undefined);
  if (response === undefined) {
    throw new Stop('server', `nothing answers at ${url}: start the local stack, or say --url`);
  }
  const given = (await response.json().catch(() => undefined)) as { access_token?: string };
  if (given?.access_token === undefined) {
    throw new Stop('server', `${url} gives no tokens: it is not Siaga’s local stack`);
  }
  return { url, token: given.access_token, hint: 'start the local stack again' };
}
