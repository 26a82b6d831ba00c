import type { Totals } from '@quittance/importing';
import { SingleBar } from 'cli-progress';

export type Counts = Pick<Totals, 'rows' | 'bytes' | 'commands' | 'rejected'>;

const EVERY_MS = 5_000;

/** How far an import is: a bar on a terminal, else a line every few seconds. On stderr. */
export class Progress {
  private readonly began = Date.now();
  private readonly bar?: SingleBar;
  private readonly ticking: NodeJS.Timeout;

  constructor(
    private readonly size: number,
    private readonly counts: Counts,
    private readonly doing: 'checking' | 'sending',
    private readonly out: NodeJS.WriteStream = process.stderr,
  ) {
    if (out.isTTY) {
      const format = '[{bar}] {percentage}% | {said}';
      this.bar = new SingleBar({ stream: out, format, hideCursor: true, barsize: 24 });
      this.bar.start(Math.max(size, 1), 0, { said: '' });
    }
    this.ticking = setInterval(() => this.show(), this.bar ? 200 : EVERY_MS);
    this.ticking.unref();
  }

  /** A line of its own, above the bar. */
  note(message: string): void {
    if (this.bar) this.out.write('\r\x1b[K');
    this.out.write(`${message}\n`);
  }

  /** @param read whether the file was read to its end: the bar then is full, whatever its last row left over */
  end(read: 'whole' | 'cut'): void {
    clearInterval(this.ticking);
    if (!this.bar) return;
    if (read === 'whole') this.counts.bytes = this.size;
    this.show();
    this.bar.stop();
  }

  private show(): void {
    if (this.bar)
      this.bar.update(this.size ? Math.min(this.counts.bytes, this.size) : 1, { said: this.said() });
    else this.out.write(`${Math.floor(this.share() * 100)}% | ${this.said()}\n`);
  }

  private said(): string {
    const { rows, commands, rejected } = this.counts;
    const seconds = (Date.now() - this.began) / 1000;
    const share = this.share();
    const left = share > 0 && share < 1 ? `${duration((seconds / share) * (1 - share))} left` : '';
    const checking = this.doing === 'checking';
    return [
      `${rows} rows ${checking ? 'checked' : 'sent'}`,
      checking ? `${Math.round(rows / seconds)} rows/s` : `${Math.round(commands / seconds)} commands/s`,
      rejected ? `${rejected} rejected` : '',
      left,
    ]
      .filter(Boolean)
      .join(' | ');
  }

  private share(): number {
    return this.size ? Math.min(1, this.counts.bytes / this.size) : 1;
  }
}

export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours ? `${hours}h ${minutes}m` : minutes ? `${minutes}m ${whole % 60}s` : `${whole}s`;
}
