interface Waymark {
  shown: bigint;
  own: bigint;
}

/** However long the history, no more than so many are kept. */
const MOST = 10_000;

/**
 * Places of a moved history where readers came by: the positions that its facts show say nothing about where they are
 * in this store. In their order, thinned out as they become many: a place further back costs a longer way, not a
 * wrong answer.
 */
export class Checkpoints {
  private marks: Waymark[] = [];
  /** Own positions between two checkpoints at least. */
  private step = 100n;

  get size(): number {
    return this.marks.length;
  }

  /** A fact was read that shows this position and lies at that one here. */
  pass(shown: bigint, own: bigint): void {
    if (own < (this.marks.at(-1)?.own ?? 0n) + this.step) return;
    this.marks.push({ shown, own });
    if (this.marks.length < MOST) return;
    this.marks = this.marks.filter((_, i) => i % 2 === 0);
    this.step *= 2n;
  }

  /** Where to read on here so as to miss nothing after the position that is shown; undefined: from the start. */
  before(shown: bigint): bigint | undefined {
    return this.marks.findLast((mark) => mark.shown <= shown)?.own;
  }
}
