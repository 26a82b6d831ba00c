// Builds into dist with the Nest CLI (SWC), only when the sources differ from those of the last build.
// `--clean` begins from nothing. Silent on success but for one line on stderr, so that results keep stdout alone.
import { spawnSync } from 'node:child_process';
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

/** Brings dist up to date. Ends the process with one line when it cannot. */
export function build({ clean = false } = {}) {
  if (!existsSync(join(root, 'nest-cli.json'))) return; // an image that ships dist alone
  if (!clean && isCurrent()) return;
  try {
    lock();
  } catch (error) {
    fail(`dist is out of date and cannot be written: ${error.message}`);
  }
  try {
    if (!clean && isCurrent()) return rmSync(lockFile, { force: true }); // somebody else has just built it
    process.stderr.write('building...\n');
    if (clean) rmSync(dist, { recursive: true, force: true });
    const sources = sourceFiles();
    const stamp = stampOf(sources);
    rmSync(stampFile, { force: true });
    compile();
    copyAssets(sources);
    prune(sources);
    writeProjectionVersions(dist);
    writeFileSync(stampFile, stamp);
  } catch (error) {
    rmSync(lockFile, { force: true });
    fail(error.message);
  }
  rmSync(lockFile, { force: true });
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

/** Paths from the root, without what is there for tests. */
function sourceFiles() {
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (!FOR_TESTS.test(entry.name)) found.push(path);
    }
  };
  ['apps', 'libs'].forEach(walk);
  return found.sort();
}

function compile() {
  const nest = createRequire(import.meta.url).resolve('@nestjs/cli/bin/nest.js');
  const done = spawnSync(process.execPath, [nest, 'build', '--all'], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${done.stdout}${done.stderr}`.trim() || 'the build was ended');
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
    if (!statSync(join(dist, built)).isFile() || ['build.stamp', VERSIONS].includes(built)) continue;
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
if (started === fileURLToPath(import.meta.url)) build({ clean: process.argv.includes('--clean') });
