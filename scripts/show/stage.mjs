// The folder of a show, and the processes it starts: nothing of them is left, however the show ends.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { closing } from '../closing.mjs';

/** How long what was started may take to end by itself, in milliseconds. */
const PATIENCE = 20_000;

const running = new Map();
let ending = false;

/** Starts a program in a process group of its own, so that Ctrl-C comes to it through `onStage` alone. */
export function begin(program, args, options) {
  if (ending) throw new Error(`the show ends: ${program} is not started`);
  const child = spawn(program, args, { ...options, detached: true });
  const end = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  running.set(child, end);
  void end.then(() => running.delete(child));
  return child;
}

/**
 * Runs a show with a folder of its own, where all temporary files of what it starts go, too.
 * @param stopped told when a signal stops the show, before what it started is ended
 */
export async function onStage(show, { stopped } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'quittance-show-'));
  // Another account must be able to write there: embedded PostgreSQL never runs as root.
  await chmod(folder, 0o1777);
  process.env.TMPDIR = folder;
  let signal;
  const close = async () => {
    ending = true;
    if (signal?.aborted) stopped?.();
    for (const { pid } of running.keys()) send(-pid, 'SIGINT');
    if (!(await gone(folder, PATIENCE))) {
      for (const { pid } of running.keys()) send(-pid, 'SIGKILL');
      for (const { pid } of await processesOf(folder)) send(pid, 'SIGKILL');
      await gone(folder, 5_000);
    }
    await rm(folder, { recursive: true, force: true });
  };
  await closing((given) => show(folder, (signal = given)), close);
}

/** Waits until what was started, and what that has started, has ended. */
async function gone(folder, milliseconds) {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(50)) {
    const left = await processesOf(folder);
    if (running.size === 0 && left.length === 0) return true;
    // Nobody is left to end it in order: its starter was ended without asking.
    if (running.size === 0) for (const { pid } of left) send(pid, 'SIGINT');
  }
  return false;
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
}

/** Every process whose environment or arguments name the folder. Linux; none are found elsewhere. */
export async function processesOf(folder) {
  const found = [];
  for (const pid of (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))) {
    if (pid === String(process.pid)) continue;
    const read = (file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
    const [environment, line, status] = await Promise.all([read('environ'), read('cmdline'), read('status')]);
    if (/^State:\s+Z/m.test(status)) continue;
    if (environment.includes(`=${folder}`) || line.includes(folder)) {
      found.push({ pid: Number(pid), line: line.replaceAll('\0', ' ').trim() });
    }
  }
  return found;
}
