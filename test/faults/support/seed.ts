/** Numbers that come again with the same seed. */
export interface Rng {
  /** A whole number from `least` to `most`, both included. */
  number(least: number, most: number): number;
  one<T>(of: readonly T[]): T;
  /** An amount of money between these whole amounts, with two decimals. */
  amount(least: number, most: number): string;
}

/** The seed of this run: `FAULTS_SEED`, else a random one, printed at the start and beside each failure. */
export const SEED = Number(process.env.FAULTS_SEED ?? 1);

/** The full sizes, or with `FAULTS=short` or `FAULTS=brief` those of the gate. */
export const sized = (full: number, short: number, brief = short): number =>
  process.env.FAULTS === 'brief' ? brief : process.env.FAULTS === 'short' ? short : full;

/** Rng of their own for one spec: what another spec draws does not change them. */
export function rngFor(spec: string): Rng {
  let state = SEED;
  for (const letter of spec) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193);
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    number,
    one: (of) => of[number(0, of.length - 1)]!,
    amount: (least, most) => {
      const cents = String(number(least * 100, most * 100)).padStart(3, '0');
      return `${cents.slice(0, -2)}.${cents.slice(-2)}`;
    },
  };
}
