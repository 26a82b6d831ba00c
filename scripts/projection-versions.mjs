// The version of each projection: a hash of its compiled module and of all of ours that it needs at run time, taken at
// build, so that a projection whose rows could come out otherwise is rebuilt at the next start. What the engine does
// with a projection (libs/read-model) is not part of it. Comments and types are gone before the hash is taken.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

export const VERSIONS = 'projections.json';

const require = createRequire(import.meta.url);
const IMPORT = /(?:const (\w+) = )?(?:\w+\()?require\("(\.[^"]+)"\)/g;
const ENGINE = /\/libs\/read-model\//;
/** The entry of a lib: it names everything, and a projection needs little of it. */
const BARREL = /\/libs\/[^/]+\/src\/index\.js$/;

/** Writes `projections.json` into the build's folder: name to version. */
export function writeProjectionVersions(dist) {
  const libs = join(dist, 'libs');
  if (!existsSync(libs)) return;
  const versions = {};
  // What features say of their facts, or of the money that these move: a projection derived from it may change with any of them.
  const all = readdirSync(libs, { recursive: true }).map(String);
  const modules = (kind) => all.filter((path) => kind.test(path)).map((path) => join(libs, path));
  const said = { facts: modules(/\.facts\.js$/), money: modules(/\.(postings|control)\.js$/) };
  // And one that handles a fact with an older shape, with what brings it to that of today.
  const shapedBy = new Map();
  for (const file of said.facts)
    for (const [type, { upcasters }] of Object.values(require(file)).flatMap(Object.entries))
      if (upcasters) shapedBy.set(type, [file]);
  for (const path of all.sort()) {
    if (!path.endsWith('.projection.js')) continue;
    const file = join(libs, path);
    for (const exported of Object.values(require(file))) {
      if (!exported?.name || !exported.tables || !(exported.on || exported.from)) continue;
      const used = exported.from
        ? [...said[exported.derivedFrom], ...[...shapedBy.values()].flat()]
        : Object.keys(exported.on).flatMap((type) => shapedBy.get(type) ?? []);
      versions[exported.name] = versionOf([file, ...used], dist);
    }
  }
  writeFileSync(join(dist, VERSIONS), `${JSON.stringify(versions, null, 2)}\n`);
}

function versionOf(modules, dist) {
  const files = new Set();
  for (const module of modules) visit(module, files);
  const hash = createHash('sha256');
  for (const each of [...files].sort()) hash.update(relative(dist, each)).update(readFileSync(each));
  return hash.digest('hex').slice(0, 16);
}

function visit(file, files) {
  if (files.has(file) || ENGINE.test(file.replaceAll('\\', '/'))) return;
  files.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, variable, path] of text.matchAll(IMPORT)) {
    const target = createRequire(file).resolve(path);
    if (!BARREL.test(target.replaceAll('\\', '/'))) visit(target, files);
    else
      for (const name of namesOf(variable, text)) definedIn(target, name).forEach((one) => visit(one, files));
  }
}

const namesOf = (variable, text) =>
  new Set(Array.from(text.matchAll(new RegExp(`\\b${variable}\\.(\\w+)`, 'g')), ([, name]) => name));

/** The modules behind an entry that export the name. */
function definedIn(barrel, name) {
  const paths = Array.from(readFileSync(barrel, 'utf8').matchAll(IMPORT), ([, , path]) => path);
  return paths.map((path) => createRequire(barrel).resolve(path)).filter((file) => name in require(file));
}
