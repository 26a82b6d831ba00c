// Amounts are texts, and stay exact to the last cent: what is worked out of them on a page is worked out in whole units.

/** Exact sum of amounts of one currency. */
export function sumOf(amounts: string[]): string {
  const decimals = Math.max(0, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0));
  const total = amounts.reduce((sum, amount) => sum + unitsOf(amount, decimals), 0n);
  return fromUnits(total, decimals);
}

/** The same amount with the other sign. */
export const negatedOf = (amount: string): string =>
  amount.startsWith('-') ? amount.slice(1) : `-${amount}`;

/** What is left of an amount. */
export const less = (amount: string, ...taken: string[]): string => sumOf([amount, ...taken.map(negatedOf)]);

/** The smaller of two amounts of one currency. */
export const lesserOf = (one: string, other: string): string =>
  less(one, other).startsWith('-') ? one : other;

/** Whether an amount is another than nothing. */
export const isSome = (amount: string): boolean => /[1-9]/.test(amount);

export const isAboveZero = (amount: string): boolean => isSome(amount) && !amount.startsWith('-');

/** Share of the whole in thousandths, for the length of a bar alone. */
export function shareOf(amount: string, whole: string): number {
  const decimals = Math.max(...[amount, whole].map((one) => one.split('.')[1]?.length ?? 0));
  const all = unitsOf(whole, decimals);
  return all === 0n ? 0 : Number((unitsOf(amount, decimals) * 1000n) / all);
}

/** `-1.5` with two decimals: -150n. */
function unitsOf(amount: string, decimals: number): bigint {
  const [whole = '0', part = ''] = amount.replace('-', '').split('.');
  const units = BigInt(whole + part.padEnd(decimals, '0'));
  return amount.startsWith('-') ? -units : units;
}

function fromUnits(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}${decimals > 0 ? `.${digits.slice(cut)}` : ''}`;
}
