import fc from 'fast-check';
import type { Request } from '../../../../test/histories/simulated/action.js';
import { amountOf, centsOf } from '../../../../test/histories/simulated/books.js';
import type { Gone, Payment } from './payment.book.actions.js';

/** Percent: round ones too, so that some fit exactly. */
export const share = fc.oneof(fc.constantFrom(25, 50, 100), fc.nat(120));
/** So many percent of the payment, in the smallest unit. */
export const shareOf = ({ amount, currency }: Payment, of: number): number =>
  Math.max(1, Math.floor((centsOf(amount, currency) * of) / 100));
export const partOf = (payment: Payment, of: number): string =>
  amountOf(shareOf(payment, of), payment.currency);

const WHY = { reason: 'It was a mistake.' };
export const onPayment = (
  paymentId: string,
  type: Request['type'],
  path: string,
  body: object,
  named = {},
): Request => ({
  type,
  path: `/v1/payments/${paymentId}/${path}`,
  body: { ...body, ...WHY },
  named: { paymentId, ...named },
});
export const which = fc.nat(4);
/** Money that is gone, or comes again, in parts of customers. */
export const move = (payment: Payment, on: string, of: Gone['to'], sign: 1 | -1): void =>
  of.forEach(({ party, amount }) => payment.moves.push({ party, on, amount: amount.times(sign) }));
