import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '@quittance/embedded';

/** What dies this often within a minute will not get better by itself. */
const MOST_DEATHS = 5;

export interface RevivalOptions {
  name: string;
  logFile: string;
  tell: (line: string) => void;
  /** Called once: it died too often. */
  onLost: (error: CannotStart) => void;
}

/** Starts again what has died, ever later, and gives up in the end. */
export class Revival {
  private deaths: number[] = [];

  /**
   * @param start once more; rejects when it cannot
   * @param isStopping asked to: nothing is started any more
   */
  constructor(
    private readonly options: RevivalOptions,
    private readonly start: () => Promise<unknown>,
    private readonly isStopping: () => boolean,
  ) {}

  /** @param how it ended; @param why for the terminal, when it is the last time */
  async died(how: string, why?: CannotStart): Promise<void> {
    if (this.isStopping()) return;
    const { name, logFile, tell, onLost } = this.options;
    const now = Date.now();
    this.deaths = [...this.deaths.filter((at) => now - at < 60_000), now];
    if (this.deaths.length >= MOST_DEATHS) {
      const often = `${name} ended ${MOST_DEATHS} times within a minute (see ${logFile})`;
      return onLost(why ?? new CannotStart(often, 1));
    }
    tell(`${name} ended (${how}): starting it again`);
    await pause(100 * 4 ** (this.deaths.length - 1));
    if (this.isStopping()) return;
    await this.start().then(
      () => tell(`${name} is up again`),
      (error: Error) =>
        this.isStopping()
          ? undefined
          : this.died(error.message, error instanceof CannotStart ? error : undefined),
    );
  }
}
