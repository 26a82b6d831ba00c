import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { lines } from '../../../../test/faults/support/books/balance.js';
import { action, day, type FeatureActions, nth, which } from '../../../../test/histories/simulated/action.js';
import { dayAt, inside, LAST, type Sheet } from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { invoiceId, invoiceIn, invoiceNumbered, onInvoice } from '../invoice/invoice.actions.js';
import { SendInvoice, VoidInvoice } from './document.commands.js';

interface Document {
  sent: string[];
  voidedOn?: string;
}
/** By number: what was sent, or is void. */
const DOCUMENTS: Sheet<Map<string, Document>> = { name: 'documents', blank: () => new Map() };

const send = action({
  do: 'send an invoice',
  weight: 1,
  draw: fc.record({ invoice: which, sent: day }),
  words: ({ invoice, sent }) => `on ${dayAt(sent)} send the ${nth(invoice)} invoice`,
  command: ({ invoice, sent }, books) => {
    const number = invoiceNumbered(books, invoice);
    return number === undefined ? undefined : { number, on: inside(sent, invoiceIn(books, number).issuedOn) };
  },
  verdict: ({ number, on }, books) => {
    if (on < invoiceIn(books, number).issuedOn) return 'invalid';
    const document = books.on(DOCUMENTS).get(number);
    if (document?.voidedOn) return 'void';
    return document?.sent.includes(on) ? 'already-sent' : 'ok';
  },
  take: ({ number, on }, books) => {
    const { sent = [] } = books.on(DOCUMENTS).get(number) ?? {};
    books.on(DOCUMENTS).set(number, { sent: [...sent, on] });
  },
  request: ({ number, on: sentOn }) => onInvoice(number, SendInvoice, 'sent', { channel: 'mail', sentOn }),
});

const empty = action({
  do: 'void',
  weight: 2,
  draw: fc.record({ invoice: which }),
  words: ({ invoice }) => `make the ${nth(invoice)} invoice void`,
  command: ({ invoice }, books) => {
    const number = invoiceNumbered(books, invoice);
    return number === undefined ? undefined : { number };
  },
  verdict: ({ number }, books) => {
    const document = books.on(DOCUMENTS).get(number);
    if (document?.voidedOn) return 'void';
    const { taken, takenOver } = invoiceIn(books, number);
    const settled = taken.some(({ amount }) => !amount.isZero());
    return document || settled || takenOver ? 'cannot-void' : 'ok';
  },
  take: ({ number }, books) => {
    const invoice = invoiceIn(books, number);
    const voidedOn = invoice.issuedOn > LAST ? invoice.issuedOn : LAST;
    invoice.taken.push({ on: voidedOn, amount: invoice.open, kind: 'void' });
    invoice.open = new Decimal(0);
    books.on(DOCUMENTS).set(number, { sent: [], voidedOn });
  },
  request: ({ number }) => onInvoice(number, VoidInvoice, 'void', { reason: 'It was a mistake.' }),
});

export const documentActions: FeatureActions = {
  actions: [send, empty],
  balances: [
    {
      of: 'sendings',
      projection: 'sendings',
      what: 'how invoices were sent',
      sql: 'select position::text, invoice_id, channel, sent_on from live.sendings',
      must: lines('InvoiceSent', ({ said }) => [said.invoiceId, said.channel, said.sentOn]),
    },
    {
      of: 'document_lines',
      projection: 'receivables',
      what: 'from which days on invoices were sent, or void: what was taken over was sent elsewhere',
      sql: 'select position::text, invoice_id, document, effective_on from live.document_lines',
      must: (facts) =>
        new Map([
          ...lines('InvoiceIssued', ({ said }) => [said.invoiceId, 'sent', said.issuedOn])(
            facts.filter(({ data }) => data.source || data.opening),
          ),
          ...lines('InvoiceSent', ({ said }) => [said.invoiceId, 'sent', said.sentOn])(facts),
          ...lines('InvoiceVoided', ({ said }) => [said.invoiceId, 'void', said.voidedOn])(facts),
        ]),
    },
  ],
  agrees: (books, tables) => {
    const invoices = tables.rows<{ id: string; sent_on: string | null; voided_on: string | null }>({
      name: 'invoices',
    });
    const rows = new Map(invoices.map((row) => [row.id, row]));
    for (const [number, { sent, voidedOn }] of books.on(DOCUMENTS)) {
      const row = rows.get(invoiceId(number));
      const { takenOver } = invoiceIn(books, number);
      const first = [...sent, ...(takenOver ? [takenOver] : [])].sort()[0];
      const must = [first ?? null, voidedOn ?? null];
      equal(`document of ${number}`, [row?.sent_on, row?.voided_on], must);
    }
  },
};
