import { createHash } from 'node:crypto';
import { folded, startOfDay } from '@quittance/kernel';
import { LRUCache } from 'lru-cache';
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
  const { number, customerId, issuedOn, dueOn, terms, currency, total, ownerId } = row;
  const due = dueOn ?? JSON.stringify(terms);
  return {
    path: '/v1/invoices',
    key: contentKey('invoice', number, customerId, issuedOn, due, currency, total, ownerId),
    body: {
      number,
      customerId,
      issuedOn,
      ...(dueOn ? { dueOn } : { terms }),
      ...(dueOn && dueOn < issuedOn && { acceptDueBeforeIssue: true }),
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
      '/terms': 'terms',
      '/currency': 'currency',
      '/total': 'total',
      '/ownerId': 'ownerId',
      '/statedRecordedAt': 'recordedAt',
    },
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

/** A payment is not known before the day it was made, whenever its row was recorded. */
function laterOf(recordedAt: string | undefined, paidOn: string, zone: string): string | undefined {
  if (!recordedAt) return undefined;
  const paid = startOf(paidOn, zone);
  return recordedAt > paid ? recordedAt : paid;
}

/** The instant that a row states it was recorded at, if it states one. */
export function statedTime(
  recordedAt: string | undefined,
  effectiveOn: string,
  { statedAsEffective, zone }: RowOptions,
): string | undefined {
  return recordedAt ?? (statedAsEffective ? startOf(effectiveOn, zone) : undefined);
}

function stated(...time: Parameters<typeof statedTime>): { statedRecordedAt?: string } {
  const statedRecordedAt = statedTime(...time);
  return statedRecordedAt ? { statedRecordedAt } : {};
}

const starts = new LRUCache<string, string>({ max: 5_000 });

/** The start of a day as text; worked out once a day, it costs more than the rest of a row. */
function startOf(date: string, zone: string): string {
  const key = `${date} ${zone}`;
  let start = starts.get(key);
  if (!start) starts.set(key, (start = startOfDay(date, zone).toISOString()));
  return start;
}
