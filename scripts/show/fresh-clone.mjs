// From a fresh clone in an empty folder: the two command lines of the README, their time and what they print.
import { join } from 'node:path';
import { command, expect, say, title } from './ledger.mjs';
import { Installation, run } from './installation.mjs';

const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`;

/** Clones what is committed into the work folder and starts it there; answers the clone's folder. */
export async function showFreshClone(root, work, { tests }) {
  title('1. From a fresh clone in an empty folder');
  const clone = join(work, 'quittance');
  command('git clone . <empty folder>');
  expect('cloned', 0, (await run('git', ['clone', '--quiet', root, clone])).code);
  command('npm ci && npm start');
  let began = Date.now();
  const installed = await run('npm', ['ci', '--silent'], { cwd: clone });
  expect('npm ci', 0, installed.code);
  say(`npm ci: ${seconds(began)}`);
  const quittance = await Installation.at(clone, join(work, 'first'));
  const start = await quittance.start();
  say(`npm start: ready after ${start.seconds.toFixed(1)} s`);
  for (const line of start.printed().trim().split('\n')) say(`| ${line}`);
  expect('Ctrl-C ends it', true, [0, 130, 'SIGINT'].includes(await quittance.interrupt()));
  if (!tests) {
    say('npm test: left out (--no-tests)');
    return clone;
  }
  command('npm ci && npm test');
  began = Date.now();
  const test = await run('npm', ['test'], { cwd: clone });
  say(`npm test: ${seconds(began)}`);
  for (const line of test.stderr.trim().split('\n').slice(-6)) say(`| ${line}`);
  expect('npm test', 0, test.code);
  return clone;
}
