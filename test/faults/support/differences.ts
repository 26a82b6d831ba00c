import { SEED } from './seed.js';

/** More of them say nothing new. */
const MOST = 8;

/** What does not hold, in words: the first few of it. */
export class Differences {
  private readonly found: string[] = [];
  private count = 0;

  add(difference: string): void {
    this.count += 1;
    if (this.found.length < MOST) this.found.push(difference);
  }

  /** Adds a difference when the two are not the same. */
  same(what: string, expected: bigint | number | string, actual: bigint | number | undefined): void {
    if (String(expected) !== String(actual)) this.add(`${what}: expected ${expected}, found ${actual}`);
  }

  /** @throws EverythingDoesNotHold with the first differences, when there are any */
  none(): void {
    if (this.count === 0) return;
    const more = this.count > MOST ? [`... and ${this.count - MOST} more`] : [];
    throw new EverythingDoesNotHold(
      [`${this.count} differences (FAULTS_SEED=${SEED})`, ...this.found, ...more].join('\n  '),
    );
  }
}

export class EverythingDoesNotHold extends Error {
  override name = 'EverythingDoesNotHold';
}
