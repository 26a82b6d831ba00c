import { createHash } from 'node:crypto';

/** Chance that is the same for the same seed, on every machine: SHA-256 over the seed and a count. */
export class Chance {
  private drawn = 0;
  private left: number[] = [];
  constructor(private readonly seed: string) {}

  /** Of its own, whatever is drawn elsewhere. */
  of(name: string): Chance {
    return new Chance(`${this.seed}/${name}`);
  }

  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number {
    if (this.left.length === 0) {
      const bytes = createHash('sha256')
        .update(`${this.seed} ${(this.drawn += 1)}`)
        .digest();
      this.left = Array.from({ length: 8 }, (_, i) => bytes.readUInt32BE(i * 4));
    }
    return this.left.pop()! % end;
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  one<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }

  /** Whether it happens, so many times of a hundred. */
  percent(of: number): boolean {
    return this.below(100) < of;
  }
}
