import type { Caller } from '../../support/caller.js';
import type { Dice } from './seed.js';
import { Trade } from './trade.js';

/** Companies that trade at the same time through the given callers, in turn, until they are stopped. */
export class Load {
  private stopping = false;
  private held = Promise.resolve();
  private release: () => void = () => undefined;
  private readonly work: Promise<void>[];

  private constructor(private readonly trades: readonly Trade[]) {
    this.work = trades.map((trade) => this.keepOn(trade));
    for (const work of this.work) work.catch(() => undefined); // told by stop()
  }

  /** @param callers one for each that trades */
  static async start(callers: readonly Caller[], dice: Dice): Promise<Load> {
    const trades = callers.map((caller, i) => new Trade(caller, dice, `L${i}`));
    for (const trade of trades) {
      await trade.open();
      if (trade.counts.refused > 0) throw new Error('a trade could not be opened');
    }
    return new Load(trades);
  }

  /** Does nothing more until `goOn`, but for what is under way. */
  hold(): void {
    this.held = new Promise((resolve) => (this.release = resolve));
  }

  goOn(): void {
    this.release();
  }

  /** Ends after what is under way. Answers how much was done. @throws Error for what should not have been answered */
  async stop(): Promise<number> {
    this.stopping = true;
    this.goOn();
    await Promise.all(this.work);
    return this.trades.reduce((done, { counts }) => done + counts.done, 0);
  }

  private async keepOn(trade: Trade): Promise<void> {
    while (!this.stopping) {
      await this.held;
      await trade.deed();
    }
  }
}
