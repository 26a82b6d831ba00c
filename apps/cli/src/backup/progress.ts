import { CannotStart, DamagedBackup } from '@quittance/embedded';
import { EXIT, Exit } from '../exit.js';

const EVERY_MS = 5_000;

/** How far it is, on stderr: a line that moves on a terminal, else one now and then. */
export class ByteProgress {
  private said = 0;

  constructor(private readonly out: NodeJS.WriteStream = process.stderr) {}

  show(step: string, bytes: number): void {
    const now = Date.now();
    if (now - this.said < (this.out.isTTY ? 100 : EVERY_MS)) return;
    this.said = now;
    const line = `${step}: ${gibibytes(bytes)}`;
    this.out.write(this.out.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  }

  end(): void {
    if (this.out.isTTY && this.said) this.out.write('\r\x1b[K');
  }
}

/** `0.07 GiB` */
export const gibibytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(2)} GiB`;

/** A signal that Ctrl-C aborts, with what the last line then says. */
export function interruptible(said: string): { signal: AbortSignal; done: () => void } {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort(new Exit(EXIT.interrupted, said));
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return {
    signal: controller.signal,
    done: () => void process.off('SIGINT', interrupt).off('SIGTERM', interrupt),
  };
}

/** The exit code that belongs to it. */
export function exitFor(error: unknown): unknown {
  if (error instanceof DamagedBackup) return new Exit(EXIT.found, error.message);
  if (!(error instanceof CannotStart)) return error;
  const codes = { 1: EXIT.found, 2: EXIT.usage, 3: EXIT.unreachable } as const;
  return new Exit(codes[error.exitCode], error.message);
}
