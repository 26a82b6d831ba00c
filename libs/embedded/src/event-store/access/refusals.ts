import type { NodeLog } from '../node-log.js';

/** A line at the most in this time; milliseconds. */
const PAUSE = 60_000;

/** Says which callers were turned away: the first at once, then one line a minute, so that no stranger fills the disk. */
export class Refusals {
  private unsaid = 0;
  private saidAt = -Infinity;

  constructor(
    private readonly log: NodeLog,
    private readonly now: () => number = Date.now,
  ) {}

  /** @param what the call and why, without anything that the caller said of himself; @param peer his address */
  add(what: string, peer: string): void {
    this.unsaid += 1;
    if (this.now() - this.saidAt < PAUSE) return;
    const others = this.unsaid > 1 ? `, and ${this.unsaid - 1} more since the last such line` : '';
    this.log.warn(`refused ${peer}: ${what}${others}`);
    this.unsaid = 0;
    this.saidAt = this.now();
  }
}
