import type { Limit } from '@quittance/kernel';
import { limitsOfKinds } from '../ledger/settlement.kinds.js';

/** A limit of the entity: amounts by currency, or a number of days. */
interface Declared {
  of: 'amounts' | 'days';
  says: string;
}

const OF_KINDS = {
  second: (kind: string) => `From this amount on, ${kind} needs a second person`,
  invoice: (kind: string) => `At most so much ${kind} an invoice; not set: none`,
  year: (kind: string) => `More ${kind} than so much a customer and year needs a second person`,
};

/** Every limit, by name. A new one is one line here; those of a kind of settlement come with the kind. */
export const LIMITS: Readonly<Record<string, Declared>> = {
  ...Object.fromEntries(
    limitsOfKinds().map(({ name, kind, of }): [string, Declared] => [
      name,
      { of: 'amounts', says: OF_KINDS[of](kind) },
    ]),
  ),
  backDatingDays: { of: 'days', says: 'A clerk dates nothing further back than so many days' },
  extensionDays: {
    of: 'days',
    says: 'A clerk agrees no due date later than so many days after the contractual one',
  },
};

/** Limits as they stand, by name. One that is not there does not limit. */
export type Limits = Readonly<Record<string, Limit>>;

/** What changes of a limit: days, or amounts by currency; null lifts. */
export type LimitChange = number | null | Readonly<Record<string, string | null>>;
export type LimitChanges = Readonly<Record<string, LimitChange>>;

/** A limit with what changes of it; undefined: nothing limits any more. */
export function changed(before: Limit | undefined, change: LimitChange): Limit | undefined {
  if (change === null || typeof change === 'number') return change ?? undefined;
  const amounts: Record<string, string> = typeof before === 'object' ? { ...before } : {};
  for (const [currency, amount] of Object.entries(change))
    if (amount === null) delete amounts[currency];
    else amounts[currency] = amount;
  return Object.keys(amounts).length > 0 ? amounts : undefined;
}

/** All limits with what changes of some. */
export function withChanges(limits: Limits, changes: LimitChanges): Limits {
  const all: Record<string, Limit> = { ...limits };
  for (const [name, change] of Object.entries(changes)) {
    const limit = changed(all[name], change);
    if (limit === undefined) delete all[name];
    else all[name] = limit;
  }
  return all;
}
