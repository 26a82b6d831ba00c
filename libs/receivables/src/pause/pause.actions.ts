import fc from 'fast-check';
import { by, ofType, once } from '../../../../test/faults/support/books/balance.js';
import { action, type FeatureActions, nth, which } from '../../../../test/histories/simulated/action.js';
import { type Books, nthOf, type Sheet } from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { invoiceId, invoiceIn, invoiceNumbered, onInvoice } from '../invoice/invoice.actions.js';
import { EndPause, PauseInvoice } from './pause.commands.js';
import { type PauseRow, pauses } from './pause.tables.js';

interface Pause {
  id: string;
  ended: boolean;
}

/** By number of the invoice. All of them begin on the day on which the history is told, and none runs out by itself. */
const PAUSES: Sheet<Map<string, Pause[]>> = { name: 'pauses', blank: () => new Map() };
const pausesOf = (books: Books, number: string): Pause[] => books.on(PAUSES).get(number) ?? [];

const begin = action({
  do: 'pause',
  weight: 1,
  draw: fc.record({ invoice: which }),
  words: ({ invoice }) => `pause the ${nth(invoice)} invoice`,
  command: ({ invoice }, books) => {
    const number = invoiceNumbered(books, invoice);
    return number === undefined ? undefined : { number };
  },
  verdict: ({ number }, books) => {
    if (invoiceIn(books, number).open.isZero()) return 'already-settled';
    return pausesOf(books, number).some(({ ended }) => !ended) ? 'already-paused' : 'ok';
  },
  take: ({ number }, books, { pauseId }) => {
    books.on(PAUSES).set(number, [...pausesOf(books, number), { id: pauseId!, ended: false }]);
  },
  request: ({ number }) => onInvoice(number, PauseInvoice, 'pauses', { reason: 'They move.' }),
});

const end = action({
  do: 'end a pause',
  weight: 1,
  draw: fc.record({ pause: which }),
  words: ({ pause: one }) => `end the ${nth(one)} pause`,
  command: ({ pause: one }, books) =>
    nthOf(
      [...books.on(PAUSES)].flatMap(([number, all]) => all.map(({ id }) => ({ number, pause: id }))),
      one,
    ),
  verdict: ({ number, pause: one }, books) =>
    pausesOf(books, number).find(({ id }) => id === one)!.ended ? 'pause-over' : 'ok',
  take: ({ number, pause }, books) => {
    const all = pausesOf(books, number).map((one) => (one.id === pause ? { ...one, ended: true } : one));
    books.on(PAUSES).set(number, all);
  },
  request: ({ number, pause: pauseId }) => {
    const { named, ...request } = onInvoice(number, EndPause, `pauses/${pauseId}/end`, {});
    return { ...request, named: { ...named, pauseId } };
  },
});

export const pauseActions: FeatureActions = {
  actions: [begin, end],
  balances: [
    {
      of: 'pauses',
      projection: 'pauses',
      what: 'how long nobody is asked',
      sql: 'select id::text, invoice_id, customer_id, paused_on, until, ended_on from live.pauses',
      must: (facts) => {
        const ended = by(ofType(facts, 'PauseEnded'), 'pauseId');
        return once(facts, 'Paused', 'pauseId', ({ said }) => [
          ...[
            said.invoiceId,
            said.customerId,
            said.pausedOn,
            said.until,
            ended.get(said.pauseId!)?.[0]?.said.endedOn,
          ],
        ]);
      },
    },
  ],
  agrees: (books, tables) => {
    const rows = tables.rows<PauseRow>(pauses);
    for (const [number, all] of books.on(PAUSES))
      for (const { id, ended } of all) {
        const row = rows.find((one) => one.id === id);
        const is = [row?.invoice_id, row?.ended_on !== null];
        equal(`pause ${id} of ${number}`, is, [invoiceId(number), ended]);
      }
  },
};
