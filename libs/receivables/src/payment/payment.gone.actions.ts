import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { action, day, nth, seldom } from '../../../../test/histories/simulated/action.js';
import { amountOf, type Books, dayAt, inside, nthOf } from '../../../../test/histories/simulated/books.js';
import { RefundPayment, ReturnPayment, ReverseRefund, ReverseReturn } from './moving.commands.js';
import {
  applied,
  ask,
  askBack,
  freeOf,
  type Gone,
  isFree,
  onePayment,
  type Part,
  partyNow,
  type Payment,
  paymentIn,
  sumOf,
  waits,
} from './payment.book.actions.js';
import { move, onPayment, partOf, share, shareOf, which } from './payment.drawn.actions.js';

const refund = action({
  do: 'pay out',
  weight: 3,
  draw: fc.record({ payment: which, share, part: seldom(2, fc.nat(3)), of: share, refunded: day }),
  words: ({ payment, part, refunded, of, ...drawn }) =>
    `on ${dayAt(refunded)} pay out ${drawn.share} % of the ${nth(payment)} payment` +
    (part === null ? '' : `, ${of} % of that from its ${nth(part)} allocation`),
  command: (drawn, books) => {
    const [id, payment] = onePayment(books, drawn.payment) ?? [];
    if (id === undefined || !payment) return undefined;
    const cents = shareOf(payment, drawn.share);
    const part = drawn.part === null ? undefined : nthOf([...payment.parts.keys()], drawn.part);
    const asked = amountOf(Math.max(1, Math.floor((cents * drawn.of) / 100)), payment.currency);
    const from = part === undefined ? {} : { from: { allocationId: part, amount: asked } };
    const refundedOn = inside(drawn.refunded, payment.receivedOn);
    return { id, amount: amountOf(cents, payment.currency), refundedOn, ...from };
  },
  verdict: ({ id, amount, refundedOn, from }, books) => {
    const payment = paymentIn(books, id);
    if (refundedOn < payment.receivedOn) return 'invalid';
    const part = from && payment.parts.get(from.allocationId)!;
    if (part && !part.heard) return 'allocation-pending';
    if (part && (part.left.isZero() || part.left.lessThan(from.amount))) return 'more-than-applied';
    const free = new Decimal(amount).minus(from?.amount ?? 0);
    if (free.isNegative()) return 'invalid';
    return free.isZero() || isFree(payment, payment.payer, free, refundedOn) ? 'ok' : 'more-than-free';
  },
  take: ({ id, amount, refundedOn: on, from }, books, { refundId }) => {
    const payment = paymentIn(books, id);
    const free = { party: payment.payer, amount: new Decimal(amount).minus(from?.amount ?? 0) };
    const part = from && payment.parts.get(from.allocationId)!;
    const of = part ? [{ party: partyNow(payment, part.party), amount: new Decimal(from.amount) }] : [];
    goes(payment, {
      id: refundId!,
      on,
      free: [free],
      amount,
      back: part ? [[from.allocationId, part, of[0]!.amount]] : [],
    });
    payment.refunds.at(-1)!.to.push(...of);
  },
  request: ({ id, from, ...body }) =>
    onPayment(id, RefundPayment, 'refunds', { ...body, ...(from && { from: [from] }) }),
});

/** Money leaves: of what is free, and asked back from invoices. */
function goes(
  payment: Payment,
  gone: {
    id: string;
    on: string;
    amount: Decimal.Value;
    free: Gone['to'];
    back: [id: string, part: Part, of: Decimal][];
  },
  list = payment.refunds,
): void {
  const { id, on, free: to, back } = gone;
  move(payment, on, to, -1);
  for (const [allocationId, part, of] of back) askBack(payment, `${id} ${allocationId}`, part, of, on);
  const from = back.map(([, part, amount]) => ({ part, amount }));
  list.push({ id, on, amount: new Decimal(gone.amount), to: [...to], from });
  payment.used = true;
}

const refundBack = action({
  do: 'a refund comes back',
  weight: 3,
  draw: fc.record({ payment: which, refund: fc.nat(2), on: day }),
  words: ({ payment, refund: of, on }) =>
    `on ${dayAt(on)} the ${nth(of)} refund of the ${nth(payment)} payment comes back`,
  command: (drawn, books) => chosen(books, drawn.payment, 'refunds', drawn.refund, drawn.on),
  verdict: ({ id, of, on }, books) => {
    const one = paymentIn(books, id).refunds.find((each) => each.id === of)!;
    return one.back ? 'reversed' : on < one.on ? 'invalid' : 'ok';
  },
  take: ({ id, of, on }, books) => {
    const payment = paymentIn(books, id);
    const one = payment.refunds.find((each) => each.id === of)!;
    one.back = on;
    comes(payment, on, one.to);
  },
  request: ({ id, of, on }) =>
    onPayment(id, ReverseRefund, `refunds/${of}/reversal`, { on }, { refundId: of }),
});

const comes = (payment: Payment, on: string, to: Gone['to']): void =>
  move(
    payment,
    on,
    to.map(({ party, amount }) => ({ party: partyNow(payment, party), amount })),
    1,
  );

function chosen(books: Books, i: number, list: 'refunds' | 'returns', nthOne: number, on: number) {
  const [id, payment] = onePayment(books, i, (one) => one[list].length > 0) ?? [];
  const of = payment && nthOf(payment[list], nthOne);
  return id === undefined || !of ? undefined : { id, of: of.id, on: dayAt(on) };
}

const returned = action({
  do: 'return',
  weight: 3,
  // Null: all that was not returned yet.
  draw: fc.record({ payment: which, share: fc.option(share), on: day, external: seldom(3, fc.nat(1)) }),
  words: ({ payment, on, external, ...drawn }) =>
    `on ${dayAt(on)} the bank takes ${drawn.share === null ? 'all' : `${drawn.share} %`} of the ${nth(payment)} payment back` +
    (external === null ? '' : `, its return ${external}`),
  command: (drawn, books) => {
    const [id, payment] = onePayment(books, drawn.payment) ?? [];
    if (id === undefined || !payment) return undefined;
    const amount = drawn.share === null ? {} : { amount: partOf(payment, drawn.share) };
    const external = drawn.external === null ? {} : { externalId: `return ${drawn.external}` };
    return { id, ...amount, ...external, returnedOn: inside(drawn.on, payment.receivedOn) };
  },
  verdict: ({ id, amount, returnedOn, externalId }, books) => {
    const payment = paymentIn(books, id);
    if (payment.returns.some(({ external }) => external !== undefined && external === externalId))
      return 'nothing';
    if (returnedOn < payment.receivedOn) return 'invalid';
    const most = notReturned(payment);
    if (most.isZero() || most.lessThan(amount ?? 0)) return 'nothing-to-return';
    return waits(payment) ? 'allocation-pending' : 'ok';
  },
  take: ({ id, returnedOn: on, externalId, ...said }, books, { returnId }) => {
    const payment = paymentIn(books, id);
    const amount = new Decimal(said.amount ?? notReturned(payment));
    let rest = amount;
    const taking = (at: Decimal): Decimal => {
      const taken = Decimal.max(0, Decimal.min(at, rest));
      rest = rest.minus(taken);
      return taken;
    };
    // The payer's part first, then the others' in the order in which they came.
    const parts = [...freeOf(payment)];
    const { payer } = payment;
    const inOrder = [
      ...parts.filter(([party]) => party === payer),
      ...parts.filter(([party]) => party !== payer),
    ];
    const free = inOrder.map(([party, of]) => ({ party, amount: taking(of) }));
    const back = applied(payment).map(([part, of]): [string, Part, Decimal] => [part, of, taking(of.left)]);
    free[0]!.amount = free[0]!.amount.plus(rest);
    const taken = back.filter(([, , of]) => !of.isZero());
    goes(payment, { id: returnId!, on, amount, free, back: taken }, payment.returns);
    if (externalId !== undefined) payment.returns.at(-1)!.external = externalId;
  },
  request: ({ id, ...body }) => onPayment(id, ReturnPayment, 'returns', { ...body, code: 'am04' }),
});

const notReturned = ({ amount, returns, cancelled }: Payment): Decimal =>
  cancelled
    ? new Decimal(0)
    : amount.minus(sumOf(returns.flatMap((one) => (one.back === undefined ? [one.amount] : []))));

const won = action({
  do: 'win a return',
  weight: 3,
  draw: fc.record({ payment: which, returned: fc.nat(2), on: day }),
  words: ({ payment, returned: of, on }) =>
    `on ${dayAt(on)} the ${nth(of)} return of the ${nth(payment)} payment is won`,
  command: (drawn, books) => chosen(books, drawn.payment, 'returns', drawn.returned, drawn.on),
  verdict: ({ id, of, on }, books) => {
    const payment = paymentIn(books, id);
    const one = payment.returns.find((each) => each.id === of)!;
    if (one.back) return 'reversed';
    if (waits(payment)) return 'allocation-pending';
    return on < one.on ? 'invalid' : 'ok';
  },
  take: ({ id, of, on }, books, said) => {
    const payment = paymentIn(books, id);
    const one = payment.returns.find((each) => each.id === of)!;
    one.back = on;
    const again = one.from.map(({ part, amount }) => ({ party: part.party, amount }));
    comes(payment, on, [...one.to, ...again]);
    const ids = (said.allocations as unknown as { allocationId: string }[]).map((part) => part.allocationId);
    ask(
      payment,
      one.from.map(({ part: { number, party, recovery, instalment }, amount }, i) => ({
        ...{ id: ids[i]!, number, amount, party: partyNow(payment, party), on, recovery, instalment },
      })),
      on,
    );
  },
  request: ({ id, of, on }) =>
    onPayment(id, ReverseReturn, `returns/${of}/reversal`, { on }, { returnId: of }),
});

export const goneMoney = [refund, refundBack, returned, won];
