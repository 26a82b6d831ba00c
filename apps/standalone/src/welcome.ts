import { relative } from 'node:path';
import type { Settings } from '@quittance/process/environment';

/** What the terminal says once everything is up: where it is, how to get a token, what to try next. Never a token. */
export function welcome(settings: Settings, apiUrl: string, dataDir: string): string {
  const command = (words: string): string =>
    `${environment(settings, apiUrl, dataDir)}npm run -s quittance -- ${words}`;
  const signIn = settings.oidc
    ? `sign in at ${settings.oidc.issuer}`
    : settings.auth
      ? `sign in with a token from ${settings.auth.issuer}`
      : `sign in with: ${command('open --role manager --sub me')}`;
  const token = settings.auth ? `from ${settings.auth.issuer}` : command('token --role manager --sub me');
  return [
    settings.databaseUrl ? 'Quittance is up, on the stores given.' : `Quittance is up. Its data: ${dataDir}`,
    `  the page       open ${apiUrl}`,
    `                 ${signIn}`,
    `  API            ${apiUrl}/v1`,
    `  documentation  ${apiUrl}/docs`,
    `  a token        ${token}`,
    'Try in a second terminal:',
    `  ${command('import docs/examples/first.csv --mapping docs/examples/first.mapping.json')}`,
    `  ${command('report aging --as-of 2026-03-31')}`,
    'Ctrl-C stops everything.',
  ].join('\n');
}

/** What a second terminal must set to reach this installation, where it is not the default one. */
function environment(settings: Settings, apiUrl: string, dataDir: string): string {
  const folder = settings.dataDirGiven ? `DATA_DIR=${shortest(dataDir)} ` : '';
  const url = apiUrl === 'http://127.0.0.1:3000' ? '' : `QUITTANCE_URL=${apiUrl} `;
  return folder + url;
}

const shortest = (path: string): string => {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : `./${near}`;
};
