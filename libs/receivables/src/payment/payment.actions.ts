import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  action,
  cents,
  day,
  type FeatureActions,
  inCents,
  NAMES,
  nth,
  seldom,
  shares,
  sharesSaid,
} from '../../../../test/histories/simulated/action.js';
import {
  amountOf,
  type Books,
  dayAt,
  inParts,
  type Sheet,
} from '../../../../test/histories/simulated/books.js';
import { writtenOff } from '../adjustment/adjustment.book.actions.js';
import { invoiceId, invoiceIn, invoiceNumbered } from '../invoice/invoice.actions.js';
import { namesNone, naming } from '../invoice/instalment/parts.actions.js';
import { allocationIdOf } from '../streams.js';
import { AllocatePayment, RecordPayment } from './payment.commands.js';

import {
  ask,
  freeOf,
  freeSince,
  isFree,
  onePayment,
  type Party,
  type Payment,
  paymentIn,
  PAYMENTS,
  sumOf,
} from './payment.book.actions.js';
import { share, shareOf } from './payment.drawn.actions.js';
import { goneMoney } from './payment.gone.actions.js';
import { paymentSheet } from './payment.sheet.actions.js';
import { takingBack } from './payment.undo.actions.js';
import { whoseMoney } from './payment.whose.actions.js';

/** What came from banks, by the bank's own id. */
const FROM_BANKS: Sheet<Map<string, string>> = { name: 'from banks', blank: () => new Map() };

const pay = action({
  do: 'pay',
  weight: 5,
  draw: fc.record({
    cents,
    received: day,
    payer: seldom(2, fc.nat(1)),
    /** The bank's own id: a small number, so that the same payment comes twice. */
    external: seldom(3, fc.nat(2)),
    parts: shares,
  }),
  words: ({ received, payer, external, parts, ...drawn }) =>
    `record ${inCents(drawn.cents)} received from ${payer === null ? 'somebody' : NAMES.customers[payer]} on ` +
    `${dayAt(received)}${external === null ? '' : `, the bank's payment ${external}`}: ${sharesSaid(parts)}`,
  // Parts of one currency, each invoice once, in sum at most the payment; what the invoices have open is not asked.
  command: ({ received, payer, external, parts, ...drawn }, books, { tag, customers }) => {
    const named = new Set(parts.flatMap(({ invoice }) => invoiceNumbered(books, invoice) ?? []));
    const [first] = named;
    const currency = first === undefined ? 'EUR' : invoiceIn(books, first).currency;
    const meant = [...named].filter((number) => invoiceIn(books, number).currency === currency);
    const percent = parts.map(({ share }) => share);
    return {
      amount: amountOf(drawn.cents, currency),
      currency,
      receivedOn: dayAt(received),
      ...(payer !== null && { payerId: customers[payer] }),
      ...(external !== null && { externalId: `${tag}-bank-${external}` }),
      parts: naming(books, inParts(drawn.cents, meant, percent, currency), parts),
    };
  },
  verdict: (command, books) => {
    const known = books.on(FROM_BANKS).get(command.externalId ?? '');
    if (known !== undefined) return known === JSON.stringify(command) ? 'nothing' : 'payment-taken';
    return namesNone(books, command.parts) ? 'invalid' : 'ok';
  },
  take: (command, books, { paymentId: id, ...said }) => {
    const { amount, currency, receivedOn, parts, externalId } = command;
    const payer = said.customerId ?? null;
    const payment: Payment = {
      ...{ amount: new Decimal(amount), currency, receivedOn, payer, known: command.payerId !== undefined },
      ...{ parts: new Map(), askedBack: new Map(), refunds: [], returns: [], used: false, cancelled: false },
      moves: [{ party: payer, on: receivedOn, amount: new Decimal(amount) }],
    };
    books.on(PAYMENTS).set(id!, payment);
    if (externalId !== undefined) books.on(FROM_BANKS).set(externalId, JSON.stringify(command));
    ask(
      payment,
      parts.map(({ of: number, amount: part, instalment }) => ({
        ...{ id: allocationIdOf(id!, invoiceId(number)), number, amount: part, party: payer, on: receivedOn },
        instalment,
      })),
    );
  },
  request: ({ parts, externalId, ...said }) => {
    const allocations = parts.map(({ of, ...part }) => ({ invoiceId: invoiceId(of), ...part }));
    const bank = externalId === undefined ? {} : { source: 'bank', externalId };
    return { type: RecordPayment, path: '/v1/payments', body: { ...said, ...bank, allocations } };
  },
});

interface Meant {
  of: string;
  amount: string;
  instalment?: number;
}

/** Whose part each takes: that of the invoice's customer if there is one, else the payer's. */
const partiesOf = (payment: Payment, parts: readonly Meant[], books: Books): Party[] => {
  const free = freeOf(payment);
  return parts.map(({ of }) => {
    const { customer } = invoiceIn(books, of);
    return free.get(customer)?.greaterThan(0) ? customer : payment.payer;
  });
};

/** The day from which they count: that given, if enough is free then; else the first on which it is. */
function countsFrom(
  payment: Payment,
  parts: readonly Meant[],
  on: string | undefined,
  books: Books,
): string | undefined {
  const parties = partiesOf(payment, parts, books);
  const { receivedOn } = payment;
  let from = on !== undefined && on > receivedOn ? on : receivedOn;
  for (const party of new Set(parties)) {
    const asked = sumOf(
      parts.flatMap(({ amount }, i) => (parties[i] === party ? [new Decimal(amount)] : [])),
    );
    const since = on === undefined ? freeSince(payment, party, asked, from) : from;
    if (since === undefined || !isFree(payment, party, asked, since)) return undefined;
    from = since;
  }
  return from;
}

const allocate = action({
  do: 'allocate',
  weight: 4,
  draw: fc.record({
    ...{ payment: fc.nat(4), share, parts: shares, on: fc.option(day) },
    // All of it comes for what was written off.
    recovery: seldom(3, fc.constant(true as const)),
  }),
  words: ({ payment, parts, on, recovery, ...drawn }) =>
    `${recovery ? 'recover with' : 'allocate'} ${drawn.share} % of the ${nth(payment)} payment${on === null ? '' : ` from ${dayAt(on)} on`}: ${sharesSaid(parts)}`,
  command: (drawn, books) => {
    const [id, payment] = onePayment(books, drawn.payment) ?? [];
    if (id === undefined || !payment) return undefined;
    const { currency } = payment;
    const named = new Set(drawn.parts.flatMap(({ invoice }) => invoiceNumbered(books, invoice) ?? []));
    const meant = [...(drawn.recovery ? writtenOff(books) : named)].filter(
      (number) => invoiceIn(books, number).currency === currency,
    );
    const cents = shareOf(payment, drawn.share);
    const percent = drawn.parts.map((part) => part.share);
    const some = inParts(cents, meant.slice(0, percent.length), percent, currency);
    const parts: Meant[] = drawn.recovery ? some : naming(books, some, drawn.parts);
    const more = {
      ...(drawn.on !== null && { on: dayAt(drawn.on) }),
      ...(drawn.recovery && { recovery: true }),
    };
    return parts.length === 0 ? undefined : { id, parts, ...more };
  },
  verdict: ({ id, parts, on }, books) => {
    if (namesNone(books, parts)) return 'invalid';
    return countsFrom(paymentIn(books, id), parts, on, books) === undefined ? 'more-than-free' : 'ok';
  },
  take: ({ id, parts, on, recovery }, books, said) => {
    const payment = paymentIn(books, id);
    const from = countsFrom(payment, parts, on, books)!;
    const parties = partiesOf(payment, parts, books);
    const ids = (said.allocations as unknown as { allocationId: string }[]).map((part) => part.allocationId);
    ask(
      payment,
      parts.map(({ of: number, amount, instalment }, i) => {
        const { issuedOn } = invoiceIn(books, number);
        const on_ = from > issuedOn ? from : issuedOn;
        const about = { id: ids[i]!, number, amount, party: parties[i]!, on: on_, instalment };
        return { ...about, ...(recovery && { recovery }) };
      }),
    );
  },
  request: ({ id: paymentId, parts, on, recovery }) => ({
    type: AllocatePayment,
    path: `/v1/payments/${paymentId}/allocations`,
    body: {
      allocations: parts.map(({ of, ...part }) => ({
        ...{ invoiceId: invoiceId(of), ...part },
        ...(recovery && { recovery }),
      })),
      ...(on !== undefined && { on }),
    },
    named: { paymentId },
  }),
});

export const paymentActions: FeatureActions = {
  actions: [pay, allocate, ...takingBack, ...whoseMoney, ...goneMoney],
  ...paymentSheet,
};
