import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Settings, settingsFrom } from '@quittance/process/environment';
import { ApiClient, type ClientOptions } from './client.js';
import { dataFolder } from './data-folder.js';
import { EXIT, Exit, usage } from './exit.js';

/** Seconds that a token of our own lives; it is made anew when half of that is over. */
const LIFETIME = 600;

/**
 * The API of QUITTANCE_URL, known to be there. Speaks with QUITTANCE_TOKEN, else as `cli:<user>` in the given
 * roles with a token signed by the key in DATA_DIR.
 * @throws Exit: unreachable, or usage when there is neither token nor key
 */
export async function connect(
  roles: readonly string[],
  options: Omit<ClientOptions, 'url' | 'token'> = {},
): Promise<ApiClient> {
  const url = apiAddress();
  const token = tokens(roles);
  const client = new ApiClient({ ...options, url, token });
  await client.get('/health/live', { patienceMs: 0 });
  await token();
  return client;
}

/** Where the API is: QUITTANCE_URL, else where it is when nothing is set. @throws Exit (usage) */
export function apiAddress(): string {
  const url = process.env.QUITTANCE_URL?.trim() || 'http://127.0.0.1:3000';
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw usage(`QUITTANCE_URL: ${url} is no http address`);
  return url;
}

function tokens(roles: readonly string[]): () => Promise<string> {
  const given = process.env.QUITTANCE_TOKEN?.trim();
  if (given) return async () => given;
  let signed: Promise<string> | undefined;
  let until = 0;
  return () => {
    if (!signed || Date.now() > until) {
      const settings = settingsFrom(process.env);
      const lifetime = Math.min(LIFETIME, settings.longestToken);
      until = Date.now() + (lifetime * 1000) / 2;
      signed = sign(settings, roles, lifetime);
    }
    return signed;
  };
}

async function sign(settings: Settings, roles: readonly string[], expiresIn: number): Promise<string> {
  if (settings.auth) throw usage(`QUITTANCE_TOKEN: set a token of ${settings.auth.issuer}`);
  const folder = await dataFolder(settings);
  const key = join(folder, 'issuer.key.json');
  // Made here it would be a key that the API does not know.
  if (!(await stat(key).catch(() => undefined))) {
    throw usage(`no QUITTANCE_TOKEN, and no key ${key}: set DATA_DIR to that of the running Quittance`);
  }
  const { signDevelopmentToken } = await import('@quittance/http/development-issuer');
  const request = { sub: `cli:${userName()}`, roles, expiresIn };
  return signDevelopmentToken(folder, request).catch((error: Error) => {
    throw new Exit(EXIT.usage, `${key} cannot be used: ${error.message.split('\n')[0]}`);
  });
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown'); // An account without a name, as containers have them.
  }
}
