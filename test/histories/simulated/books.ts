/** All ids of one history begin with its tag: several may share a store. */
export interface Cast {
  tag: string;
  customers: string[];
  people: string[];
  /** The entity is theirs: its settings bound nobody else. */
  alone: boolean;
}
export const castOf = (tag: string, alone = false): Cast => ({
  ...{ tag, alone },
  customers: [`${tag}-alfa`, `${tag}-beta`],
  people: [`${tag}-anna`, `${tag}-bruno`, `${tag}-carla`],
});

/** What one feature writes down in the books. */
export interface Sheet<Written> {
  name: string;
  blank: () => Written;
}

/**
 * What receivables are, as an accountant with sheets of paper would keep them: nothing of the product is in it. Each feature
 * has sheets of its own, and may look at those of others.
 */
export class Books {
  private readonly sheets = new Map<string, unknown>();

  on<Written>({ name, blank }: Sheet<Written>): Written {
    if (!this.sheets.has(name)) this.sheets.set(name, blank());
    return this.sheets.get(name) as Written;
  }
}

const FIRST_DAY = Date.UTC(2024, 0, 1);
/** The last day of a history. */
export const LAST_DAY = 180;
export const dayAt = (days: number): string =>
  new Date(FIRST_DAY + days * 86_400_000).toISOString().slice(0, 10);
export const LAST = dayAt(LAST_DAY);
export const daysTo = (date: string): number => (Date.parse(date) - FIRST_DAY) / 86_400_000;

/** Not before what it is about, if that can be: else it will be refused. */
export const inside = (day: number, first: string): string => {
  const on = dayAt(day) < first ? first : dayAt(day);
  return on > LAST ? LAST : on;
};

const DECIMALS: Record<string, number> = { EUR: 2, JPY: 0, KWD: 3 };

/** As on the wire, without a float: the smallest unit, with the point put in. */
export function amountOf(cents: number, currency: string): string {
  const decimals = DECIMALS[currency]!;
  const digits = String(cents).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** An amount in the smallest unit. */
export const centsOf = (amount: { toFixed(decimals: number): string }, currency: string): number =>
  Number(amount.toFixed(DECIMALS[currency]!).replace('.', ''));

/** One of those that are there; beyond them it goes round. Undefined: there is none yet. */
export const nthOf = <One>(all: readonly One[], i: number): One | undefined => all[i % (all.length || 1)];

/** An amount in parts of so many percent each, in sum at most the whole; what comes to nothing is left out. */
export function inParts<One>(
  cents: number,
  of: readonly One[],
  shares: readonly number[],
  currency: string,
): { of: One; amount: string }[] {
  let left = cents;
  return of.flatMap((one, i) => {
    const part = Math.min(left, Math.max(1, Math.floor((cents * shares[i]!) / 100)));
    left -= part;
    return part > 0 ? [{ of: one, amount: amountOf(part, currency) }] : [];
  });
}
