// Builds into dist: the processes with the Nest CLI (SWC), the page with Vite. Each has a stamp of its own and is built only
// when its own sources differ from those of its last build; when both do, at once.
// `--clean` begins from nothing. Silent on success but for one line on stderr, so that results keep stdout alone.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildPage, pageIsCurrent } from './build-page.mjs';
import { VERSIONS, writeProjectionVersions } from './projection-versions.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const stampFile = join(dist, 'build.stamp');
const lockFile = join(root, 'node_modules/.cache/quittance-build');
const configuration = [
  'nest-cli.json',
  'tsconfig.json',
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/projection-versions.mjs',
];
const run = promisify(execFile);

/** Brings dist up to date. Ends the process with one line when it cannot. */
export async function build({ clean = false } = {}) {
  if (!existsSync(join(root, 'nest-cli.json'))) return; // an image that ships dist alone
  if (!clean && isCurrent() && pageIsCurrent()) return;
  try {
    lock();
  } catch (error) {
    fail(`dist is out of date and cannot be written: ${error.message}`);
  }
  try {
    // Somebody else may just have built either.
    if (clean) rmSync(dist, { recursive: true, force: true });
    const due = [!isCurrent() && buildProcesses, !pageIsCurrent() && buildPage].filter(Boolean);
    if (due.length > 0) process.stderr.write('building...\n');
    const done = await Promise.allSettled(due.map((step) => step()));
    const failed = done.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
  } catch (error) {
    rmSync(lockFile, { force: true });
    fail(error.message);
  }
  rmSync(lockFile, { force: true });
}

async function buildProcesses() {
  const sources = sourceFiles();
  const stamp = stampOf(sources);
  rmSync(stampFile, { force: true });
  await compile();
  copyAssets(sources);
  prune(sources);
  writeProjectionVersions(dist);
  writeFileSync(stampFile, stamp);
}

const isCurrent = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOf(sourceFiles());

/** By content and not by time: a copied or freshly cloned tree is not built again for nothing. */
function stampOf(files) {
  const hash = createHash('sha256');
  for (const file of [...configuration, ...files]) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** What is there for tests alone: specs, frozen samples, and what random histories draw. */
const FOR_TESTS = /\.(spec\.ts|actions\.ts|samples\.json)$/;

/** Is built by a step of its own, into a folder that this one leaves alone. */
const PAGE = 'apps/web';

/** Paths from the root, without what is there for tests. */
function sourceFiles() {
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (path === PAGE) continue;
      if (entry.isDirectory()) walk(path);
      else if (!FOR_TESTS.test(entry.name)) found.push(path);
    }
  };
  ['apps', 'libs'].forEach(walk);
  return found.sort();
}

async function compile() {
  const nest = createRequire(import.meta.url).resolve('@nestjs/cli/bin/nest.js');
  await run(process.execPath, [nest, 'build', '--all'], { cwd: root }).catch(({ stdout, stderr }) => {
    throw new Error(`${stdout}${stderr}`.trim() || 'the build was ended');
  });
}

/** What is no TypeScript (migrations) lies in dist at the same place, so that code finds it by its own path. */
function copyAssets(files) {
  for (const file of files.filter(isAsset)) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    copyFileSync(join(root, file), join(dist, file));
  }
}

const isAsset = (file) => !file.endsWith('.ts') && !/\/tsconfig\.[^/]*json$/.test(file);

/** Removes what was built from files that are gone: a migration renamed must not run twice. */
function prune(files) {
  const wanted = new Set(files.map((file) => (isAsset(file) ? file : file.replace(/\.ts$/, '.js'))));
  for (const path of readdirSync(dist, { recursive: true })) {
    const built = String(path).replaceAll('\\', '/');
    if (built.startsWith(`${PAGE}/`) || built.endsWith('.stamp') || built === VERSIONS) continue;
    if (!statSync(join(dist, built)).isFile()) continue;
    if (!wanted.has(built.replace(/\.map$/, ''))) rmSync(join(dist, built));
  }
}

/** One build at a time. A lock whose process is gone, or that is older than any build, counts for nothing. */
function lock() {
  mkdirSync(dirname(lockFile), { recursive: true });
  for (;;) {
    try {
      return writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isStale()) rmSync(lockFile, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
}

function isStale() {
  try {
    if (Date.now() - statSync(lockFile).mtimeMs > 120_000) return true;
    const pid = Number(readFileSync(lockFile, 'utf8'));
    if (pid) process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const started = process.argv[1] && realpathSync(process.argv[1]);
if (started === fileURLToPath(import.meta.url)) await build({ clean: process.argv.includes('--clean') });
