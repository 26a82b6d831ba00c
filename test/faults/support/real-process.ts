import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { send } from '@quittance/embedded';
import { until } from './until.js';

/** What a process says once it is up: the api its url, the event store node its port, a standby that it is one. */
export interface Said {
  url?: string;
  port?: number;
  standby?: boolean;
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** All of its stderr. */
  line: string;
}

/** One process of an installation, from `dist`, with its log in hand. Signals go to it and to nobody else. */
export class RealProcess {
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;
  private readonly messages: Said[] = [];
  private output = '';
  private complaints = '';

  /** @param flags of node itself, such as `--require=...`; args of the program */
  constructor(
    readonly name: string,
    main: string,
    env: NodeJS.ProcessEnv,
    flags: string[] = [],
    args: string[] = [],
  ) {
    this.child = fork(main, args, { env, execArgv: flags, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.child.on('message', ({ ready }: { ready?: Said }) => ready && this.messages.push(ready));
    this.child.stdout!.on('data', (text) => (this.output += String(text)));
    this.child.stderr!.on('data', (text) => (this.complaints += String(text)));
    this.ended = once(this.child, 'close').then(([code, signal]) => ({
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
      line: this.complaints,
    }));
  }

  get pid(): number {
    return this.child.pid!;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Its first word: that it is up, or that it stands by. @throws Error with its last words when it ended before */
  up(): Promise<Said> {
    return this.says('is up', () => true);
  }

  /** Waits until it is at work and stands by no longer. */
  atWork(): Promise<Said> {
    return this.says('is at work', ({ standby }) => !standby);
  }

  /** All that it wrote: its log and its last words. */
  get words(): string {
    return this.output + this.complaints;
  }

  /** Lines of its log with that message. */
  logged(message: string): Record<string, unknown>[] {
    return this.output
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg === message);
  }

  signal(name: NodeJS.Signals): void {
    if (!this.child.kill(name)) throw new Error(`there is no ${this.name} to send ${name} to`);
  }

  /** kill -9; resolves when it is gone. */
  async kill(): Promise<Ended> {
    this.signal('SIGKILL');
    return this.ended;
  }

  /** SIGSTOP; resolves when the system says that it stands still. */
  async freeze(): Promise<void> {
    this.signal('SIGSTOP');
    await until(`${this.name} stands still`, () => stateOf(this.pid) === 'T');
  }

  thaw(): void {
    this.signal('SIGCONT');
  }

  /** SIGTERM, as an operator stops it. Nothing to do when it has ended. */
  async stop(): Promise<Ended> {
    if (this.isRunning) {
      this.thaw();
      this.signal('SIGTERM');
    }
    return this.ended;
  }

  /** Memory in bytes: now, and the most it ever had. Linux only. */
  memory(): { now: number; most: number } {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    const kilobytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)![1]);
    return { now: kilobytes('VmRSS') * 1024, most: kilobytes('VmHWM') * 1024 };
  }

  private says(what: string, fits: (said: Said) => boolean): Promise<Said> {
    return until(`${this.name} ${what}`, () => {
      const said = this.messages.find(fits);
      if (!said && !this.isRunning) throw new Error(`${this.name} ended: ${this.complaints}`);
      return said;
    });
  }
}

/** The state letter of a process: T when it was stopped by a signal. Elsewhere than on Linux only whether it is there. */
function stateOf(pid: number): string {
  if (!existsSync('/proc/self/stat')) return send(pid, 0) ? 'T' : '';
  return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.charAt(0);
}
