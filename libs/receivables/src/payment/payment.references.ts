import type { ReadStreams } from '@quittance/event-store';
import { UuidInPath } from '@quittance/http';
import { sideBySide } from '@quittance/kernel';
import { differing } from '../adjustment/adjustment.references.js';
import { finishedFirst } from '../asking/finished-first.js';
import { issuedInvoice } from '../invoice/invoice.references.js';
import type { Difference } from '../adjustment/adjustment.stream.js';
import type { Meaning } from './meant-for.decider.js';
import { FinishPayment, type OnPayment } from './payment.commands.js';

export { changed as allocated } from './finish-payment.js';
export { PaymentRecorded } from './payment.controller.js';

/** Invoices of one payment that are read at a time. */
const READ_AT_ONCE = 50;

/** An invoice's customer, currency and day of issue never change; what it was settled by does. */
export const meaningOf = async (
  read: ReadStreams,
  parts: readonly { invoiceId: string; differences?: Difference[] }[] = [],
): Promise<Meaning> => ({
  invoices: await sideBySide(READ_AT_ONCE, parts, ({ invoiceId }) => issuedInvoice(read, invoiceId)),
  differing: parts.some(({ differences }) => differences !== undefined)
    ? await sideBySide(READ_AT_ONCE, parts, (part) => differing(read, part))
    : [],
});

/** Refusals that may rest on an answer of an invoice that a crash left out, or that no release before kept. */
export const finishedBefore = (...codes: string[]) =>
  finishedFirst<OnPayment>(codes, ({ paymentId, context }) =>
    Object.assign(new FinishPayment(), { paymentId, context }),
  );

export const uuid = (name: string, value: string): string =>
  UuidInPath(name).transform(value, { type: 'param' });

/** What the path of a request says: which payment. */
export const paymentInPath = (id: string): object => ({ paymentId: uuid('id', id) });
