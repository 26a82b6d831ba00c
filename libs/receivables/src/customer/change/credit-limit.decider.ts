import { amountIn, wrong } from '@quittance/kernel';

/** Limits after a request that names some currencies, exact; null: none is left. Undefined: it names none. */
export function creditLimitOf(
  asked: Readonly<Record<string, string | null>> | null | undefined,
  before: Readonly<Record<string, string>> = {},
): Record<string, string> | null | undefined {
  if (!asked) return asked;
  if (Object.keys(asked).length === 0)
    throw wrong('/creditLimit', 'names-a-currency', asked, 'at least one currency: {"EUR": "5000.00"}');
  const after = { ...before };
  for (const [currency, limit] of Object.entries(asked)) {
    if (limit === null) delete after[currency];
    else after[currency] = amountIn(currency, limit, `/creditLimit/${currency}`).toString();
  }
  // In one order, so that the same limits are the same text.
  const sorted = Object.entries(after).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length === 0 ? null : Object.fromEntries(sorted);
}
