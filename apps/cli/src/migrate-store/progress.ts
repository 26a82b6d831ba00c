const EVERY_MS = 5_000;

/** How far a step is, on stderr: a line that moves on a terminal, else a line at each step and now and then. */
export class StepProgress {
  private step = '';
  private began = 0;
  private said = 0;

  constructor(private readonly out: NodeJS.WriteStream = process.stderr) {}

  show(step: string, done: number): void {
    const now = Date.now();
    if (step !== this.step) [this.step, this.began, this.said] = [step, now, 0];
    if (now - this.said < (this.out.isTTY ? 100 : EVERY_MS)) return;
    this.said = now;
    const seconds = (now - this.began) / 1_000;
    const line = `${step}: ${done} facts, ${seconds.toFixed(1)} s`;
    this.out.write(this.out.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  }

  end(): void {
    if (this.out.isTTY && this.step) this.out.write('\r\x1b[K');
  }
}
