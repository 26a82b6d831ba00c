// Builds the page (apps/web) into dist/apps/web with Vite, beside each file its `.br` and `.gz`, and holds it to its budgets.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const sourcesAt = join(root, 'apps/web');
const dist = join(root, 'dist/apps/web');
const stampFile = join(root, 'dist/page.stamp');
const configuration = ['package-lock.json', 'scripts/build-page.mjs'];

/** Bytes of gzip; of what a first visit loads, and of everything. Fonts: bytes of the Latin and of the Cyrillic file. */
export const BUDGETS = {
  firstScript: 230_000,
  firstStyle: 14_000,
  lazy: 45_000,
  script: 550_000,
  fonts: 70_000,
};

/** What the page is made of: by content, without specs. */
export const pageIsCurrent = () =>
  [stampFile, join(dist, 'index.html')].every(existsSync) && readFileSync(stampFile, 'utf8') === stamp();

function stamp() {
  const hash = createHash('sha256');
  const files = readdirSync(sourcesAt, { recursive: true })
    .map((name) => `apps/web/${String(name).replaceAll('\\', '/')}`)
    .filter(
      (name) => !name.endsWith('.spec.ts') && !name.endsWith('.md') && statSync(join(root, name)).isFile(),
    );
  for (const file of [...configuration, ...files.sort()]) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** @throws Error with what Vite says, or with the budget that is passed */
export async function buildPage() {
  const made = stamp();
  rmSync(stampFile, { force: true });
  const require = createRequire(import.meta.url);
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', sourcesAt, '--logLevel', 'warn'], {
    cwd: root,
    // Whatever asks for the build: what its libraries say to developers alone stays out.
    env: { ...process.env, NODE_ENV: 'production' },
  }).catch(({ stdout, stderr }) => {
    throw new Error(`${stdout}${stderr}`.trim() || 'the build of the page was ended');
  });
  filesOf(join(dist, 'assets')).filter(isStyle).forEach(layersInOrder);
  copyFileSync(require.resolve('@fontsource-variable/inter/LICENSE'), join(dist, 'assets/inter-licence.txt'));
  await Promise.all(filesOf(dist).map(compressed));
  const passed = overBudget(measured());
  if (passed.length > 0) throw new Error(`the page is over its budget: ${passed.join(', ')}`);
  writeFileSync(stampFile, made);
}

const isStyle = (path) => path.endsWith('.css');

/** A browser gets the files in any order, and the first one says that of the layers: each says it, as base.css does. */
function layersInOrder(path) {
  writeFileSync(path, `@layer tokens,base,parts,pages;${readFileSync(path, 'utf8')}`);
}

const filesOf = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());

/** Fonts are compressed already. */
async function compressed(path) {
  if (/\.(woff2|br|gz)$/.test(path)) return;
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
  writeFileSync(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}

/** Sizes of what is built, in bytes: see BUDGETS. */
export function measured() {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const size = (name) => statSync(join(dist, 'assets', `${name}.gz`)).size;
  const names = readdirSync(join(dist, 'assets'));
  const [scripts, styles] = ['.js', '.css'].map((ending) => names.filter((name) => name.endsWith(ending)));
  const first = (name) => page.includes(name);
  const sum = (list) => list.reduce((total, name) => total + size(name), 0);
  const lazy = scripts.filter((name) => !first(name));
  const fonts = names.filter((name) => /^inter-(latin|cyrillic)-wght-normal.*woff2$/.test(name));
  return {
    firstScript: sum(scripts.filter(first)),
    firstStyle: sum(styles.filter(first)),
    lazy: Math.max(0, ...lazy.map(size)),
    script: sum(scripts),
    fonts: fonts.reduce((total, name) => total + statSync(join(dist, 'assets', name)).size, 0),
  };
}

const overBudget = (sizes) =>
  Object.entries(BUDGETS)
    .filter(([name, most]) => sizes[name] > most)
    .map(([name, most]) => `${name} ${sizes[name]} of ${most} bytes`);
