import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const BIN = join(__dirname, '../../bin/quittance.mjs');

export interface Ran {
  code: number | NodeJS.Signals;
  stdout: string;
  stderr: string;
  /** The last line of stdout, as JSON. */
  last: Record<string, unknown>;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Ran>;
}

/** Runs `quittance` as its user would, in a process of its own. */
export function quittance(args: string[], env: Record<string, string>, cwd?: string): Running {
  const child = spawn(process.execPath, [BIN, ...args], { env: { ...process.env, ...env }, cwd });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => (stdout += String(data)));
  child.stderr.on('data', (data) => (stderr += String(data)));
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const line = stdout.trim().split('\n').at(-1) ?? '';
      const last = line.startsWith('{') ? (JSON.parse(line) as Record<string, unknown>) : {};
      resolve({ code: code ?? signal!, stdout, stderr, last });
    });
  });
  return { child, ended };
}
