import { createHash } from 'node:crypto';
import { startOfDay } from '@quittance/kernel';
import type { Field, ImportRow } from './fields.js';

/** A write that a row asks for. `key` is its Idempotency-Key. */
export interface Request {
  path: string;
  key: string;
  body: { [name: string]: unknown };
  /** The field of the file behind each JSON pointer of the body. */
  fieldOf: { [pointer: string]: Field };
}

export interface RowOptions {
  /** Each fact states that it was recorded at the start of its own business date. */
  statedAsEffective: boolean;
  /** The legal entity's. */
  zone: string;
}

/**
 * What a row says, as a key: the same content gives the same key, wherever it stands and whatever the options,
 * so that a second run finds everything done.
 */
export function contentKey(kind: string, ...content: (string | undefined)[]): string {
  const text = JSON.stringify(['quittance-import/1', kind, ...content.map((part) => part ?? null)]);
  return `import-${kind}-${createHash('sha256').update(text).digest('base64url')}`;
}

/** The customer of a row. Its key covers the whole body: the customer's id alone makes it unique. */
export function customerRequest(row: ImportRow, options: RowOptions): Request {
  const body = {
    customerId: row.customerId,
    name: row.customerName ?? row.customerId,
    ...stated(row.recordedAt, row.issuedOn, options),
  };
  return {
    path: '/v1/customers',
    key: contentKey('customer', row.customerId, body.name, body.statedRecordedAt),
    body,
    fieldOf: { '/customerId': 'customerId', '/name': 'customerName' },
  };
}

export function invoiceRequest(row: ImportRow, options: RowOptions): Request {
  const { number, customerId, issuedOn, dueOn, currency, total, ownerId } = row;
  return {
    path: '/v1/invoices',
    key: contentKey('invoice', number, customerId, issuedOn, dueOn, currency, total, ownerId),
    body: {
      number,
      customerId,
      issuedOn,
      dueOn,
      currency,
      total,
      ...(ownerId && { ownerId }),
      ...stated(row.recordedAt, issuedOn, options),
    },
    fieldOf: {
      '/number': 'number',
      '/customerId': 'customerId',
      '/issuedOn': 'issuedOn',
      '/dueOn': 'dueOn',
      '/currency': 'currency',
      '/total': 'total',
      '/ownerId': 'ownerId',
      '/statedRecordedAt': 'recordedAt',
    },
  };
}

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
  const key = contentKey('payment', row.number, paidOn, currency, amount, reference);
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

/** A payment is not known before the day it was made, whenever its row was recorded. */
function laterOf(recordedAt: string | undefined, paidOn: string, zone: string): string | undefined {
  if (!recordedAt) return undefined;
  const paid = startOfDay(paidOn, zone).toISOString();
  return recordedAt > paid ? recordedAt : paid;
}

function stated(
  recordedAt: string | undefined,
  effectiveOn: string,
  { statedAsEffective, zone }: RowOptions,
): { statedRecordedAt?: string } {
  if (recordedAt) return { statedRecordedAt: recordedAt };
  return statedAsEffective ? { statedRecordedAt: startOfDay(effectiveOn, zone).toISOString() } : {};
}
