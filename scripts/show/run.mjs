// npm run show -- <list>: runs the stories of a list, which are ordinary specs, and prints input, right answer, answer got.
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build.mjs';
import { expect, finish, judged, say, title } from './ledger.mjs';
import { LISTS } from './lists.mjs';
import { begin, onStage } from './stage.mjs';

const NAMES = Object.keys(LISTS);
const HELP = `npm run show -- LIST [--only B1,B2]

Runs the stories of a list (${NAMES.join(', ')}) against real stores and prints, by number, what was asked, the right
answer and the answer got. Ends with 1 on a difference, and when an entry of the list is shown by no story.

Example: npm run show -- ${NAMES[0]} --only B1`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const list = positionals[0] ?? '';
if (!NAMES.includes(list)) {
  console.error(`there is no list "${list}"; there are ${NAMES.join(', ')}`);
  process.exit(2);
}
const wanted = values.only?.split(',') ?? LISTS[list];
const unknown = wanted.find((entry) => !LISTS[list].includes(entry));
if (unknown !== undefined) {
  console.error(`${list} has no entry ${unknown}; it has ${LISTS[list].join(', ')}`);
  process.exit(2);
}

const root = resolve(import.meta.dirname, '../..');
build();
await onStage(async (work) => {
  const specs = await specsOf(list);
  const shownIn = join(work, 'shown');
  const pattern = `\\[${list} (${wanted.join('|')})\\]`;
  const failed = await jest(specs, pattern, shownIn);
  const lines = await readFile(shownIn, 'utf8').catch(() => '');
  const shown = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  for (const entry of wanted) {
    const stories = shown.filter((one) => one.entry === entry);
    title(`${entry}  ${stories[0]?.title ?? ''}`);
    if (stories.length === 0) expect(entry, 'shown by a story', 'not shown');
    for (const [i, { title: heading, holds, input, right, got }] of stories.entries()) {
      if (i > 0 && heading !== stories[i - 1].title) say(heading);
      judged(typeof input === 'string' ? input : JSON.stringify(input), right, got, holds);
    }
  }
  if (failed !== 0) expect('every story holds', 'exit code 0', `exit code ${failed}`);
  finish();
});

/** The spec files that tell stories of the list. */
async function specsOf(name) {
  const told = [];
  for (const folder of ['apps', 'libs', 'test']) {
    for (const path of await readdir(join(root, folder), { recursive: true })) {
      if (!path.endsWith('.spec.ts')) continue;
      const text = await readFile(join(root, folder, path), 'utf8');
      if (text.includes(`'${name}'`) && text.includes('story(')) told.push(join(folder, path));
    }
  }
  return told;
}

/** Jest prints its progress on stderr. @returns its exit code */
function jest(specs, pattern, shownIn) {
  const args = [
    join(root, 'node_modules/jest/bin/jest.js'),
    '--testNamePattern',
    pattern,
    '--runTestsByPath',
    ...specs,
  ];
  const child = begin(process.execPath, args, {
    cwd: root,
    env: { ...process.env, QUITTANCE_SHOW: shownIn },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}
