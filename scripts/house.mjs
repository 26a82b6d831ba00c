// npm run house: draws the product as text. Each room is a folder, with its files and lines, the rooms it imports from, and the
// imports that point upward, of which there must be none.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Bottom first: each imports only from those before it. `.dependency-cruiser.cjs` enforces the same. */
export const FLOORS = require('../libs/floors.json');

/** Rooms from the bottom up, each `{ room, floor, files, lines, specLines, from, upward }`. */
export function house(at = root) {
  const ts = require('typescript');
  const rooms = new Map();
  const files = ['libs', 'apps'].flatMap((top) => sources(join(at, top)));
  for (const file of files) {
    const path = relative(at, file);
    const room = roomOf(path);
    const text = readFileSync(file, 'utf8');
    const found = rooms.get(room) ?? {
      room,
      floor: floorOf(room),
      files: 0,
      lines: 0,
      specLines: 0,
      from: new Map(),
      upward: [],
    };
    rooms.set(room, found);
    const lines = text.split('\n').length - 1;
    const isSpec = /\.(spec|actions)\.ts$|\/spec\//.test(path);
    found.files += 1;
    if (isSpec) found.specLines += lines;
    else found.lines += lines;
    if (isSpec) continue;
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      const target = targetOf(fileName, path);
      if (!target || target === room) continue;
      found.from.set(target, (found.from.get(target) ?? 0) + 1);
      if (floorOf(target) > found.floor) found.upward.push(`${path} -> ${fileName}`);
    }
  }
  return [...rooms.values()].sort((a, b) => a.floor - b.floor || a.room.localeCompare(b.room));
}

function sources(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return ['dist', 'node_modules'].includes(name) ? [] : sources(path);
    return /\.(ts|mjs)$/.test(name) ? [path] : [];
  });
}

/** `libs/kernel`, `libs/receivables/invoice`, `apps/api`. */
function roomOf(path) {
  const [top, lib, src, feature, ...more] = path.split('/');
  return top === 'libs' && lib === 'receivables' && src === 'src' && more.length > 0
    ? `${top}/${lib}/${feature}`
    : `${top}/${lib}`;
}

function floorOf(room) {
  const [top, lib] = room.split('/');
  return top === 'apps' ? FLOORS.length : FLOORS.indexOf(lib);
}

function targetOf(specifier, from) {
  const lib = /^@quittance\/([^/]+)/.exec(specifier)?.[1];
  if (lib) return `libs/${lib}`;
  return specifier.startsWith('.')
    ? roomOf(relative(root, resolve(root, dirname(from), specifier)))
    : undefined;
}

export function drawn(rooms) {
  const width = Math.max(...rooms.map(({ room }) => room.length));
  const lines = rooms.map(({ room, files, lines, specLines, from }) => {
    const imports = [...from].map(([name, count]) => `${name.replace(/^libs\//, '')} ${count}`).join(', ');
    return `${room.padEnd(width)} ${num(files)} files ${num(lines)} lines ${num(specLines)} of specs  <- ${imports || 'nothing'}`;
  });
  const upward = rooms.flatMap((room) => room.upward);
  return [
    ...lines.reverse(),
    '',
    `imports that point upward: ${upward.length === 0 ? 'none' : ''}`,
    ...upward,
  ].join('\n');
}

const num = (count) => String(count).padStart(6);

const HELP = `npm run house

Draws the libraries and apps from the top down: files, lines, what each imports and how often, and imports that
point upward. Ends with 1 when there is one.

Example: npm run house`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--help')) console.log(HELP);
  else {
    const rooms = house();
    console.log(drawn(rooms));
    if (rooms.some(({ upward }) => upward.length > 0)) process.exitCode = 1;
  }
}
