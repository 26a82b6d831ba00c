import { type ChildProcess, fork } from 'node:child_process';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '@quittance/embedded';
import { tellErrors } from './logs.js';
import type { Part } from './part.js';

/** A process that dies this often within a minute will not get better by itself. */
const MOST_DEATHS = 5;
/** A little more than the api gives to the last requests under way. */
const GRACE = 9_000;

export interface ChildOptions {
  name: string;
  /** The script it runs. */
  main: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** Shown in its command line; a later start finds by it what was left behind. */
  mark: string;
  tell: (line: string) => void;
  /** Called once: it died too often. */
  onLost: (error: CannotStart) => void;
}

/** A process of ours: started, waited for, started again when it dies, stopped in order. */
export class Child implements Part {
  /** Of the next start. */
  readonly env: NodeJS.ProcessEnv;
  private child?: ChildProcess;
  private deaths: number[] = [];
  private stopping = false;
  private lastWords = '';
  private stopTelling?: () => void;

  constructor(private readonly options: ChildOptions) {
    this.env = options.env;
  }

  /** Resolves with what it says once it is up. @throws CannotStart with its own last line when it ends before. */
  async start<Ready extends object>(): Promise<Ready> {
    const { name, main, logFile, mark, tell } = this.options;
    if (this.stopping) throw this.ended(0);
    this.stopTelling ??= tellErrors(logFile, (line) => tell(`${name}: ${line}`));
    this.lastWords = '';
    const log = openSync(logFile, 'a');
    const child = fork(main, [mark], {
      env: this.env,
      detached: true, // Ctrl-C is ours to handle: they are stopped in order
      stdio: ['ignore', log, 'pipe', 'ipc'],
    });
    closeSync(log);
    this.child = child;
    child.stderr!.on('data', (text: Buffer) => this.heard(text));
    const ready = await new Promise<Ready | undefined>((resolve) => {
      child.on('message', (said: { ready?: Ready }) => said?.ready && resolve(said.ready));
      child.once('error', () => resolve(undefined));
      child.once('close', () => resolve(undefined));
    });
    if (ready === undefined) throw this.ended(child.exitCode ?? 1);
    child.once('exit', (code, signal) => void this.died(signal ?? `exit code ${code}`));
    return ready;
  }

  /** SIGTERM, and SIGKILL to what does not end by itself (a stopped process cannot). */
  async stop(hurry = false): Promise<void> {
    this.stopping = true;
    this.stopTelling?.();
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const over = new Promise((resolve) => child.once('exit', resolve));
    child.kill(hurry ? 'SIGKILL' : 'SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE);
    await over;
    clearTimeout(timer);
  }

  private heard(text: Buffer): void {
    appendFileSync(this.options.logFile, text);
    this.lastWords = (this.lastWords + text.toString()).slice(-5_000);
  }

  private ended(code: number): CannotStart {
    const { name, logFile } = this.options;
    const lines = this.lastWords
      .split('\n')
      .filter((line) => line.trim() && !/^\s+at |^Node\.js v/.test(line));
    const line = lines.find((text) => /^\w*Error\b/.test(text)) ?? lines.at(-1) ?? `it ended with ${code}`;
    return new CannotStart(
      code === 2 || code === 3 ? line : `${name} did not start: ${line} (see ${logFile})`,
      code === 2 || code === 3 ? code : 1,
    );
  }

  private async died(how: string): Promise<void> {
    if (this.stopping) return;
    const { name, logFile, tell, onLost } = this.options;
    const now = Date.now();
    this.deaths = [...this.deaths.filter((at) => now - at < 60_000), now];
    if (this.deaths.length >= MOST_DEATHS) {
      return onLost(
        new CannotStart(`${name} ended ${MOST_DEATHS} times within a minute (see ${logFile})`, 1),
      );
    }
    tell(`${name} ended (${how}): starting it again`);
    await pause(100 * 4 ** (this.deaths.length - 1));
    if (this.stopping) return;
    await this.start().then(
      () => tell(`${name} is up again`),
      (error: CannotStart) => (this.stopping ? undefined : this.died(error.message)),
    );
  }
}
