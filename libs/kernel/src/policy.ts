import type { DutyPair } from './duties.js';
import { Money } from './money.js';

/** A limit of the entity: amounts by currency, or a whole number such as days. One that is not set does not limit. */
export type Limit = Readonly<Record<string, string>> | number;

/** The entity's limits as they stood when a command came. */
export interface Policy {
  /** Revision of the stream that holds them: what a decision rested on. `none`: nothing was ever set. */
  revision: bigint | 'none';
  limits: Readonly<Record<string, Limit>>;
  /** What one person may not combine on one document. */
  duties?: readonly DutyPair[];
}

/** What holds where nothing was ever set, and for commands that no limit concerns. */
export const UNLIMITED: Policy = { revision: 'none', limits: {} };

/** The amount that a limit allows in a currency; undefined: it does not limit. */
export function amountLimit({ limits }: Policy, name: string, currency: string): Money | undefined {
  const limit = limits[name];
  const amount = typeof limit === 'object' ? limit[currency] : undefined;
  return amount === undefined ? undefined : Money.of(amount, currency);
}

/** The number that a limit allows; undefined: it does not limit. */
export function numberLimit({ limits }: Policy, name: string): number | undefined {
  const limit = limits[name];
  return typeof limit === 'number' ? limit : undefined;
}
