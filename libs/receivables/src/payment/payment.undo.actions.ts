import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { action, nth } from '../../../../test/histories/simulated/action.js';
import { nthOf } from '../../../../test/histories/simulated/books.js';
import { applied, askBack, onePayment, paymentIn, waits } from './payment.book.actions.js';
import { UndoAllocation, UndoAllocations } from './payment.commands.js';
import { onPayment, partOf, share, which } from './payment.drawn.actions.js';

const undo = action({
  do: 'take an allocation back',
  weight: 4,
  // Null: all that is applied by it.
  draw: fc.record({ payment: which, part: fc.nat(3), share: fc.option(share) }),
  words: ({ payment, part, ...drawn }) =>
    `take ${drawn.share === null ? 'all' : `${drawn.share} % of the whole`} of the ${nth(part)} allocation of the ${nth(payment)} payment back`,
  command: (drawn, books) => {
    const [id, payment] = onePayment(books, drawn.payment, ({ parts }) => parts.size > 0) ?? [];
    const part = payment && nthOf([...payment.parts.keys()], drawn.part);
    if (id === undefined || !payment || part === undefined) return undefined;
    return { id, part, ...(drawn.share !== null && { amount: partOf(payment, drawn.share) }) };
  },
  verdict: ({ id, part, amount }, books) => {
    const { heard, left } = paymentIn(books, id).parts.get(part)!;
    if (!heard) return 'allocation-pending';
    return left.isZero() || left.lessThan(amount ?? 0) ? 'more-than-applied' : 'ok';
  },
  take: ({ id, part: of, amount }, books, said) => {
    const payment = paymentIn(books, id);
    const part = payment.parts.get(of)!;
    const [{ undoId }] = said.undos as unknown as [{ undoId: string }];
    askBack(payment, undoId, part, new Decimal(amount ?? part.left));
  },
  request: ({ id, part, amount }) =>
    onPayment(id, UndoAllocation, `allocations/${part}/undo`, amount === undefined ? {} : { amount }, {
      allocationId: part,
    }),
});

const undoAll = action({
  do: 'take all allocations back',
  weight: 2,
  draw: fc.record({ payment: which }),
  words: ({ payment }) => `take all allocations of the ${nth(payment)} payment back`,
  command: (drawn, books) => {
    const [id] = onePayment(books, drawn.payment, ({ parts }) => parts.size > 0) ?? [];
    return id === undefined ? undefined : { id };
  },
  verdict: ({ id }, books) => {
    const payment = paymentIn(books, id);
    if (waits(payment)) return 'allocation-pending';
    return applied(payment).length === 0 ? 'more-than-applied' : 'ok';
  },
  take: ({ id }, books, said) => {
    const payment = paymentIn(books, id);
    for (const { undoId, allocationId } of said.undos as unknown as {
      undoId: string;
      allocationId: string;
    }[]) {
      const part = payment.parts.get(allocationId)!;
      askBack(payment, undoId, part, part.left);
    }
  },
  request: ({ id }) => onPayment(id, UndoAllocations, 'allocations/undo', {}),
});

export const takingBack = [undo, undoAll];
