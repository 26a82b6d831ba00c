import { folded } from '@quittance/kernel';
import { contentKey, laterOf, type Request, type RowOptions, stated } from '../requests.js';
import type { ImportRow } from './invoice-fields.js';

/**
 * The customer of a row, by what the whole file says of it. Its key covers the whole body: the customer's id alone makes
 * it unique.
 */
export function customerRequest(
  { customerId }: Pick<ImportRow, 'customerId'>,
  { name, statedRecordedAt }: { name?: string; statedRecordedAt?: string } = {},
): Request {
  const body = { customerId, name: name ?? customerId, ...(statedRecordedAt && { statedRecordedAt }) };
  return {
    path: '/v1/customers',
    key: contentKey('customer', customerId, body.name, statedRecordedAt),
    body,
    fieldOf: { '/customerId': 'customerId', '/name': 'customerName' },
  };
}

export function invoiceRequest(row: ImportRow, options: RowOptions): Request {
  const { number, customerId, issuedOn, dueOn, terms, instalments, currency, total, ownerId } = row;
  const earliest = instalments?.[0]?.dueOn ?? dueOn;
  const due = dueOn ?? JSON.stringify(instalments ?? terms);
  return {
    path: '/v1/invoices',
    key: contentKey('invoice', number, customerId, issuedOn, due, currency, total, ownerId),
    body: {
      number,
      customerId,
      issuedOn,
      ...(instalments ? { instalments } : dueOn ? { dueOn } : { terms }),
      ...(earliest && earliest < issuedOn && { acceptDueBeforeIssue: true }),
      currency,
      total,
      ...(ownerId && { ownerId }),
      source: 'import',
      ...(row.opening && { opening: row.opening }),
      ...stated(row.recordedAt, row.opening?.on ?? issuedOn, options),
    },
    fieldOf: {
      '/number': 'number',
      '/customerId': 'customerId',
      '/issuedOn': 'issuedOn',
      '/dueOn': 'dueOn',
      '/terms': 'terms',
      '/instalments': 'instalments',
      '/currency': 'currency',
      '/total': 'total',
      '/ownerId': 'ownerId',
      '/opening/settledBefore': 'settledBefore',
      '/opening/lastReminder': 'lastReminder',
      '/opening/remindersSent': 'remindersSent',
      '/statedRecordedAt': 'recordedAt',
    },
  };
}

/** A credit note names no invoice: what it is for is decided by who applies it. */
export function creditNoteRequest(row: ImportRow, options: RowOptions): Request {
  const { number, customerId, issuedOn, currency, total } = row;
  return {
    path: '/v1/credit-notes',
    key: contentKey('credit-note', number, customerId, issuedOn, currency, total),
    body: {
      ...{ number, customerId, issuedOn, currency, total },
      ...{ reasonCode: 'other', reason: 'Imported from a file.' },
      ...(row.opening && { opening: { on: row.opening.on } }),
      ...stated(row.recordedAt, row.opening?.on ?? issuedOn, options),
    },
    fieldOf: {
      '/number': 'number',
      '/customerId': 'customerId',
      '/issuedOn': 'issuedOn',
      '/currency': 'currency',
      '/total': 'total',
      '/statedRecordedAt': 'recordedAt',
    },
  };
}

/** The dispute of a row's invoice; undefined without one. */
export function disputeRequest(row: ImportRow, invoiceId: string, options: RowOptions): Request | undefined {
  if (!row.disputed) return undefined;
  const { amount, on } = row.disputed;
  return {
    path: `/v1/invoices/${invoiceId}/disputes`,
    key: contentKey('dispute', folded(row.number), on, amount),
    body: {
      ...(amount && { amount }),
      ...{ disputedOn: on, reasonCode: 'other', reason: 'Disputed in the imported file.' },
      ...stated(laterOf(row.recordedAt, on, options.zone), on, options),
    },
    isPart: true,
    fieldOf: { '/amount': 'disputed', '/disputedOn': 'disputedOn', '/statedRecordedAt': 'recordedAt' },
  };
}

/**
 * What makes a row's payment what it is; undefined where it has none. Number and reference are folded: a payment that is
 * exported again with other blanks or hyphens is the same.
 */
export function paymentContent(row: ImportRow): (string | undefined)[] | undefined {
  const { number, paidOn, currency, paidAmount, reference } = row;
  return paidOn && paidAmount
    ? [folded(number), paidOn, currency, paidAmount, reference && folded(reference)]
    : undefined;
}

/** Whether a former release, which did not fold, gave the row's payment another key. */
export const hasFormerKey = ({ number, reference }: ImportRow): boolean =>
  folded(number) !== number || (reference !== undefined && folded(reference) !== reference);

/**
 * The row's payment, all of it meant for the row's invoice; undefined without one, or when it was received after
 * `knownUntil`. Source and external id make it unique beside the key.
 */
export function paymentRequest(
  row: ImportRow,
  invoiceId: string,
  options: RowOptions & { knownUntil?: string },
): Request | undefined {
  const { paidOn, paidAmount: amount, currency, reference } = row;
  if (!paidOn || !amount || (options.knownUntil && paidOn > options.knownUntil)) return undefined;
  // The first of several equal ones has the key it always had.
  const { occurrence = 1 } = row;
  const key = contentKey('payment', ...paymentContent(row)!, ...(occurrence > 1 ? [String(occurrence)] : []));
  return {
    path: '/v1/payments',
    key,
    body: {
      amount,
      currency,
      receivedOn: paidOn,
      ...(reference && { reference }),
      source: 'import',
      externalId: key,
      allocations: [{ invoiceId, amount }],
      ...stated(laterOf(row.recordedAt, paidOn, options.zone), paidOn, options),
    },
    fieldOf: {
      '/amount': 'paidAmount',
      '/currency': 'currency',
      '/receivedOn': 'paidOn',
      '/reference': 'reference',
      '/allocations/0/amount': 'paidAmount',
      '/statedRecordedAt': 'recordedAt',
    },
  };
}
