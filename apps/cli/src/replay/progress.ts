import type { RebuildProgress } from '@quittance/read-model';

const EVERY_MS = 5_000;

/** How far a rebuild is, on stderr: one line that moves on a terminal, else a line at each step and now and then. */
export class ReplayProgress {
  private step = '';
  private said = 0;
  private readonly began = Date.now();

  constructor(private readonly out: NodeJS.WriteStream = process.stderr) {}

  show({ step, done, toDo }: RebuildProgress): void {
    const now = Date.now();
    if (step === this.step && now - this.said < (this.out.isTTY ? 100 : EVERY_MS)) return;
    this.step = step;
    this.said = now;
    const seconds = (now - this.began) / 1_000;
    const line = `${step}: ${done} of ${toDo} facts, ${seconds.toFixed(1)} s`;
    this.out.write(this.out.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  }

  end(): void {
    if (this.out.isTTY && this.step) this.out.write('\r\x1b[K');
  }
}
