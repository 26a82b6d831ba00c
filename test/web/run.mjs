// npm run test:web [-- SPEC]: the page in a real browser. Needs a Chromium: CHROMIUM_PATH, or one at the usual places.
// `-- --short`: a clerk's first day, the first run and the way in; under a minute of CPU (the gate runs it).
// `-- --flows`: everything but pictures.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const browser = process.env.CHROMIUM_PATH ?? PLACES.find((path) => existsSync(path));
if (!browser || !existsSync(browser)) {
  console.error(
    `No browser: ${browser ? `there is no ${browser}` : 'install Chromium, or set CHROMIUM_PATH'}.`,
  );
  process.exit(2);
}
const specOf = (name) => `test/web/${name}.spec.ts`;
const LOOKED_AT = [specOf('pictures')];
const FORMS = {
  '--short': ['sign-in', 'first-run', 'first-day'].map(specOf),
  '--flows': readdirSync(join(root, 'test/web'))
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => `test/web/${name}`)
    .filter((path) => !LOOKED_AT.includes(path)),
};
const given = process.argv.slice(2);
// The shorter form is meant where both are said: `npm run show -- page --quick`.
const said = given.includes('--short') ? given.filter((one) => one !== '--flows') : given;
const asked = said.flatMap((one) => FORMS[one] ?? [one]);
const jest = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin/jest.js');
const { status } = spawnSync(process.execPath, [jest, '-c', 'test/web/jest.config.js', ...asked], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: browser },
});
process.exit(status ?? 1);
