import { addDays } from '@quittance/kernel';
import fc from 'fast-check';
import { History } from './history.js';

const day = fc.nat(40).map((days) => addDays('2026-01-01', days));
const amount = fc.integer({ min: 1, max: 30_000 }).map((cents) => (cents / 100).toFixed(2));
const step = fc.oneof(
  fc.record({ kind: fc.constant('issue' as const), on: day, amount }),
  fc.record({
    kind: fc.constant('pay' as const),
    on: day,
    free: amount,
    payer: fc.constantFrom('C1', 'C2', null),
    parts: fc.array(fc.record({ invoice: fc.nat(), amount, answered: fc.boolean() }), { maxLength: 3 }),
  }),
);

/**
 * Invoices and payments at random: parts of several invoices, of other customers and of nobody known, some not answered,
 * some more than is open, some received before the issue.
 */
export const randomHistories = fc.array(step, { minLength: 3, maxLength: 20 }).map((steps) => {
  const history = new History();
  for (const one of steps) {
    if (one.kind === 'issue') {
      const dates = { issuedOn: one.on, dueOn: addDays(one.on, 30) };
      const { length } = history.invoices;
      history.issue(`N${length}`, one.amount, dates, `C${length % 3}`);
      continue;
    }
    const meant = new Map(
      one.parts.map((part) => [history.invoices[part.invoice % (history.invoices.length || 1)], part]),
    );
    meant.delete(undefined);
    const parts = [...meant].map(([invoice, part]) => ({ ...part, invoice: invoice! }));
    const requested = parts.map((part) => history.money(part.amount));
    const total = requested.reduce((a, b) => a.plus(b), history.money(one.free));
    history.pay(total.toString(), one.on, parts, one.payer);
  }
  return history;
});
