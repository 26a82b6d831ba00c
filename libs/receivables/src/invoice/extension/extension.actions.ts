import fc from 'fast-check';
import {
  action,
  day,
  type FeatureActions,
  nth,
  which,
} from '../../../../../test/histories/simulated/action.js';
import { dayAt, daysTo, inside, nthOf } from '../../../../../test/histories/simulated/books.js';
import { onPlan, wasOnPlan } from '../../plan/plan.actions.js';
import {
  inForce,
  invoiceId,
  invoiceIn,
  invoiceNumbered,
  INVOICES,
  onInvoice,
  openOn,
} from '../invoice.actions.js';
import { dueIn, partsIn } from '../instalment/parts.actions.js';
import { GrantExtension, RevokeExtension } from './extension.commands.js';

const extend = action({
  do: 'extend',
  weight: 2,
  draw: fc.record({ invoice: which, days: fc.constantFrom(0, 15, 30, 30, 60), granted: day }),
  words: ({ invoice, days, granted }) =>
    `on ${dayAt(granted)} grant the ${nth(invoice)} invoice ${days} days more`,
  command: (drawn, books) => {
    const number = invoiceNumbered(books, drawn.invoice);
    if (number === undefined) return undefined;
    const { issuedOn, dueOn } = invoiceIn(books, number);
    return { number, agreedDueOn: dayAt(daysTo(dueOn) + drawn.days), on: inside(drawn.granted, issuedOn) };
  },
  verdict: ({ number, agreedDueOn, on }, books) => {
    const invoice = invoiceIn(books, number);
    const { issuedOn, dueOn, agreed } = invoice;
    if (on < issuedOn) return 'invalid';
    if (openOn(invoice, on).isZero()) return 'already-settled';
    if (onPlan(books, number, on)) return 'on-plan';
    const parts = partsIn(invoice, on);
    if (parts.length > 0) return parts.some(({ due }) => due < agreedDueOn) ? 'ok' : 'not-an-extension';
    const previous = inForce(agreed, on) ?? dueOn;
    return agreedDueOn <= dueOn || agreedDueOn === previous ? 'not-an-extension' : 'ok';
  },
  take: ({ number, agreedDueOn, on }, books, { extensionId: id }) =>
    void invoiceIn(books, number).agreed.push({ on, value: agreedDueOn, id }),
  request: ({ number, agreedDueOn, on: grantedOn }) =>
    onInvoice(number, GrantExtension, 'extensions', { agreedDueOn, grantedOn, reason: 'They asked.' }),
});

const revoke = action({
  do: 'revoke an extension',
  weight: 2,
  draw: fc.record({ invoice: which, extension: which, revoked: day }),
  words: ({ invoice, extension, revoked }) =>
    `on ${dayAt(revoked)} revoke the ${nth(extension)} extension of the ${nth(invoice)} invoice`,
  command: (drawn, books) => {
    const number = invoiceNumbered(books, drawn.invoice);
    const of = number === undefined ? undefined : nthOf(invoiceIn(books, number).agreed, drawn.extension);
    return of && { number: number!, id: of.id!, on: inside(drawn.revoked, of.on) };
  },
  verdict: ({ number, id, on }, books) => {
    const invoice = invoiceIn(books, number);
    const of = invoice.agreed.find((line) => line.id === id)!;
    if (of.on > on) return 'invalid';
    if (of.revokedOn) return 'already-revoked';
    return openOn(invoice, on).isZero() ? 'already-settled' : 'ok';
  },
  take: ({ number, id, on }, books) => {
    invoiceIn(books, number).agreed.find((line) => line.id === id)!.revokedOn = on;
  },
  request: ({ number, id: extensionId, on: revokedOn }) => {
    const body = { revokedOn, reason: 'They did not keep it.' };
    const { named, ...request } = onInvoice(
      number,
      RevokeExtension,
      `extensions/${extensionId}/revocation`,
      body,
    );
    return { ...request, named: { ...named, extensionId } };
  },
});

export const extensionActions: FeatureActions = {
  actions: [extend, revoke],
  // What the invoices say in the end is looked at with them.
  agrees: () => undefined,
  // When an invoice is due that is paid by a plan is said of the plan.
  asks: (books) =>
    [...books.on(INVOICES)]
      .filter(([number]) => !wasOnPlan(books, number))
      .map(([number, invoice]) => ({
        path: `/v1/invoices/${invoiceId(number)}`,
        is: (body) => [body.agreedDueOn],
        must: [dueIn(invoice)],
      })),
};
