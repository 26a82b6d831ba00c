import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { processes } from '@quittance/embedded';

const START = join(__dirname, '../../scripts/start.mjs');

/** `npm start` as its user sees it: its lines, its exit code, and what of it is left on the machine. */
export class Installation {
  private readonly child: ChildProcess;
  output = '';
  readonly exited: Promise<number | null>;

  constructor(
    readonly dataDir: string,
    options: { env?: Record<string, string>; uid?: number; gid?: number } = {},
  ) {
    const { env, uid, gid } = options;
    this.child = spawn(process.execPath, [START], {
      env: { ...process.env, DATA_DIR: dataDir, PORT: '0', EVENTSTORE_PORT: '0', ...env },
      ...(uid === undefined ? {} : { uid, gid }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const heard = (text: Buffer): void =>
      void (this.output += text.toString().replace(/^building\.\.\.\n/, ''));
    this.child.stdout!.on('data', heard);
    this.child.stderr!.on('data', heard);
    this.exited = once(this.child, 'close').then(([code]) => code as number | null);
  }

  /** Resolves when the terminal says so. @throws what it said, when it ended before */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.output);
      if (found) return found;
      const more = Promise.race([once(this.child.stdout!, 'data'), once(this.child.stderr!, 'data')]);
      if (
        (await Promise.race([this.exited.then(() => 'over'), more])) === 'over' &&
        !pattern.test(this.output)
      ) {
        throw new Error(`It ended saying: ${this.output}`);
      }
    }
  }

  /** Resolves with the API's address when everything is up. */
  async up(): Promise<string> {
    await this.says(/Ctrl-C stops everything/);
    return /(http:\S+)\/v1/.exec(this.output)![1]!;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Processes of the installation but the supervisor: by their command line, so also of an earlier start. */
  processes(part = ''): { pid: number; command: string }[] {
    return processes().filter(
      ({ command }) =>
        command.includes(part) &&
        (command.includes(`--data-dir=${this.dataDir} `) || command.includes(`-D ${this.dataDir}/postgres `)),
    );
  }
}

/** The installations of one test file. Call `stop` in `afterAll`. */
export class Installations {
  private readonly started: Installation[] = [];

  readonly start = (...options: ConstructorParameters<typeof Installation>): Installation => {
    const installation = new Installation(...options);
    this.started.push(installation);
    return installation;
  };

  async stop(): Promise<void> {
    for (const installation of this.started) {
      installation.kill('SIGTERM');
      await installation.exited;
    }
  }
}

/** What a start that cannot be says: its only line, and its exit code. */
export async function refusal(installation: Installation): Promise<{ line: string; code: number | null }> {
  const code = await installation.exited;
  return { line: installation.output.trim(), code };
}
