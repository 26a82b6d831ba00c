// npm run show -- <list>: runs the stories of a list, which are ordinary specs, and prints input, right answer, answer got.
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build.mjs';
import { expect, finish, judged, say, title } from './ledger.mjs';
import { LISTS } from './lists.mjs';
import { begin, onStage } from './stage.mjs';

const NAMES = Object.keys(LISTS);
const HELP = `npm run show -- LIST [--only B1,B2] [--quick]

Runs the stories of a list (${NAMES.join(', ')}) against real stores and prints, by number, what was
asked, the right answer and the answer got. Then come the list's commands, which print as always:
${Object.entries(LISTS)
  .flatMap(([name, { commands }]) => (commands ? [`  ${name}: ${Object.keys(commands).join(', ')}`] : []))
  .join('\n')}
--only takes entries and commands by their names. --quick takes the short form of commands that have one. Ends with 1 on a
difference, when an entry of the list is shown by no story, and when a command fails. What needs data that is not there is
skipped, and says so.

Example: npm run show -- ${NAMES[0]} --only B1`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, quick: { type: 'boolean' }, help: { type: 'boolean' } },
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
const { entries, commands = {} } = LISTS[list];
const all = [...entries, ...Object.keys(commands)];
const wanted = values.only?.split(',') ?? all;
const unknown = wanted.find((one) => !all.includes(one));
if (unknown !== undefined) {
  console.error(`${list} has no entry ${unknown}; it has ${all.join(', ')}`);
  process.exit(2);
}

const root = resolve(import.meta.dirname, '../..');
await build();
await onStage(async (work, signal) => {
  const told = wanted.filter((one) => entries.includes(one));
  if (told.length > 0) await stories(told, work);
  for (const name of wanted.filter((one) => !entries.includes(one))) {
    signal.throwIfAborted();
    await command(name, commands[name]);
  }
  finish();
});

/** Runs the stories of the entries and prints what each of them showed. */
async function stories(told, work) {
  const specs = await specsOf(list);
  const shownIn = join(work, 'shown');
  const pattern = `\\[${list} (${told.join('|')})\\]`;
  const failed = await jest(specs, pattern, shownIn);
  const lines = await readFile(shownIn, 'utf8').catch(() => '');
  const shown = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  for (const entry of told) {
    const own = shown.filter((one) => one.entry === entry);
    title(`${entry}  ${own[0]?.title ?? ''}`);
    if (own.length === 0) expect(entry, 'shown by a story', 'not shown');
    for (const [i, { title: heading, holds, skipped, input, right, got }] of own.entries()) {
      if (i > 0 && heading !== own[i - 1].title) say(heading);
      if (skipped) say(`skipped: ${skipped}`);
      else judged(typeof input === 'string' ? input : JSON.stringify(input), right, got, holds);
    }
  }
  if (failed !== 0) expect('every story holds', 'exit code 0', `exit code ${failed}`);
}

/** A command that is a check by itself. */
async function command(name, { words, quick }) {
  const short = values.quick ? quick : undefined;
  const line = [...words, ...(short?.words ?? [])];
  title(`${name}  ${line.join(' ')}`);
  const code = await ended(
    begin(line[0], line.slice(1), {
      ...{ cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
      env: { ...process.env, ...short?.env },
    }),
  );
  expect(`${name} ends with`, 0, code);
}

/** @returns the exit code */
function ended(child) {
  return new Promise((resolve) =>
    child.on('error', () => resolve(-1)).on('close', (code) => resolve(code ?? 1)),
  );
}

/** The spec files that tell stories of the list. */
async function specsOf(name) {
  const told = [];
  for (const folder of ['apps', 'libs', 'test']) {
    for (const path of await readdir(join(root, folder), { recursive: true })) {
      if (!path.endsWith('.spec.ts')) continue;
      const text = await readFile(join(root, folder, path), 'utf8');
      if (text.includes(`'${name}'`) && text.includes('support/story.js')) told.push(join(folder, path));
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
  return ended(child);
}
