// What both sides are given: invoices with five facts each, and one more command on each of them.
import { lib } from '../product.mjs';

export const ENTITY = 'main';
export const ACTOR = { id: 'anna', roles: ['clerk'] };
export const OWNERS = Array.from({ length: 8 }, (_, i) => `owner-${i}`);
export const CUSTOMERS = Array.from({ length: 200 }, (_, i) => `customer-${i}`);
const REASON = 'Their plant is closed for three weeks and the purchase office asked for more time.';

/** The next `count` invoices after the first `from`. */
export const invoices = (from, count) => Array.from({ length: count }, (_, i) => invoice(from + i));

function invoice(i) {
  const number = `BENCH-${String(i).padStart(7, '0')}`;
  const customerId = CUSTOMERS[i % CUSTOMERS.length];
  const ownerId = (n) => OWNERS[(i + n) % OWNERS.length];
  const { invoiceIdOf } = lib('receivables');
  const invoiceId = invoiceIdOf(ENTITY, number);
  const dates = { issuedOn: '2026-01-15', dueOn: '2026-02-14' };
  const about = { invoiceId, number, customerId };
  const assigned = (n) => ({
    type: 'OwnerAssigned',
    data: {
      ...about,
      previousOwnerId: ownerId(n - 1),
      ownerId: ownerId(n),
      assignedOn: `2026-02-${10 + n}`,
      personal: { reason: REASON },
    },
  });
  const issued = {
    ...about,
    ...dates,
    currency: 'EUR',
    total: `${100 + (i % 900)}.00`,
    ownerId: ownerId(0),
    personal: { notes: 'Second of three deliveries; the frame contract of last year holds.' },
  };
  const extended = {
    ...about,
    extensionId: lib('event-store').uuid5(invoiceId, 'extension'),
    dueOn: dates.dueOn,
    previousDueOn: dates.dueOn,
    agreedDueOn: '2026-03-16',
    grantedOn: '2026-02-01',
    personal: { reason: REASON },
  };
  const command = (n) => ({ ownerId: ownerId(4 + n), assignedOn: '2026-02-14', reason: REASON });
  return {
    invoiceId,
    customerId,
    facts: [
      { type: 'InvoiceIssued', data: issued },
      { type: 'ExtensionGranted', data: extended },
      assigned(1),
      assigned(2),
      assigned(3),
    ],
    /** The command to be timed: a new owner, with a reason. */
    command: command(0),
    /** The same after so many: the next owner. */
    again: command,
  };
}
