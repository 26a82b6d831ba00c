import { type ChildProcess, fork } from 'node:child_process';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { CannotStart } from '@quittance/embedded';
import { tellErrors } from './logs.js';
import type { Part } from './part.js';
import { Revival, type RevivalOptions } from './revival.js';

/** A little more than the api gives to the last requests under way. */
const GRACE = 9_000;

export interface ChildOptions extends RevivalOptions {
  /** The script it runs. */
  main: string;
  env: NodeJS.ProcessEnv;
  /** Shown in its command line; a later start finds by it what was left behind. */
  mark: string;
  /** Waited for before it is started again: what it cannot be without. */
  needs?: () => Promise<void>;
}

/** A process of ours: started, waited for, started again when it dies, stopped in order. */
export class Child implements Part {
  /** Of the next start. */
  readonly env: NodeJS.ProcessEnv;
  private child?: ChildProcess;
  private stopping = false;
  private lastWords = '';
  private stopTelling?: () => void;
  private readonly revival: Revival;

  constructor(private readonly options: ChildOptions) {
    this.env = options.env;
    const again = async (): Promise<void> => {
      await options.needs?.();
      await this.start();
    };
    this.revival = new Revival(options, again, () => this.stopping);
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
    child.once('exit', (code, signal) => void this.revival.died(signal ?? `exit code ${code}`));
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
}
