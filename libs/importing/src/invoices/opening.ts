import { Money } from '@quittance/kernel';
import { type Cells, isZero } from '../cells.js';
import type { Field } from '../fields.js';
import type { ImportRow, Opening } from './invoice-fields.js';

/** What a row may say of the time before a cut-over. */
export const BEFORE = [
  'open',
  'settledBefore',
  'lastReminder',
  'remindersSent',
] as const satisfies readonly Field[];

const count = (given: string): number => {
  if (!/^\d{1,3}(?:[.,]0+)?$/.test(given)) throw new RangeError('must be a whole number, at most 999');
  return Number.parseInt(given, 10);
};

/**
 * How a row is taken over; undefined where it is issued after the cut-over, or there is none. What is open then may be said
 * instead of what was settled before.
 * @param on the day of the cut-over
 * @returns `settled` where nothing is left to take over
 */
export function openingOf(
  cells: Cells,
  row: Pick<ImportRow, 'isCreditNote'> & { [F in 'issuedOn' | 'total' | 'currency' | 'paidOn']?: string },
  on: string | undefined,
): Opening | 'settled' | undefined {
  const { cell, read, fault, readers } = cells;
  if (on === undefined || (row.issuedOn !== undefined && row.issuedOn > on)) {
    for (const field of BEFORE) {
      if (!cell(field)) continue;
      fault(
        field,
        on
          ? `must be empty: it is issued after the cut-over, ${on}`
          : 'needs --opening-on, the day of the cut-over',
      );
    }
    return undefined;
  }
  if (row.paidOn && row.paidOn <= on)
    fault(
      'paidOn',
      `lies before the cut-over, ${on}: say what was settled by then in "settledBefore", or what is "open"`,
    );
  const money = readers.amount(row.currency);
  const settled = read('settledBefore', money) ?? settledBy(read('open', money), row, cells);
  const lastReminder = read('lastReminder', readers.date);
  const remindersSent = read('remindersSent', count);
  if (settled !== undefined && settled === row.total) return 'settled';
  if (row.isCreditNote && settled && !isZero(settled))
    fault('total', 'must be what is open of a credit note that is taken over');
  return {
    on,
    ...(settled && !isZero(settled) && { settledBefore: settled }),
    ...(lastReminder && { lastReminder }),
    ...(remindersSent !== undefined && { remindersSent }),
  };
}

/** What was settled of the total where so much is open. */
function settledBy(
  open: string | undefined,
  { total, currency }: { total?: string; currency?: string },
  { fault }: Cells,
): string | undefined {
  if (open === undefined || total === undefined || currency === undefined) return undefined;
  const settled = Money.of(total, currency).minus(Money.of(open, currency));
  if (settled.isNegative) return void fault('open', `must be at most the total, ${total}`);
  return settled.toString();
}
