import { createHash } from 'node:crypto';
import { startOfDay } from '@quittance/kernel';
import { LRUCache } from 'lru-cache';
import type { Field } from './fields.js';

/** A write that a row asks for. `key` is its Idempotency-Key. */
export interface Request {
  path: string;
  key: string;
  body: { [name: string]: unknown };
  /** It adds to a stream that is there: answered 200 where it is new, too. */
  isPart?: boolean;
  /** The customer of the file, where they were merged since: the body names who they are. */
  mergedCustomer?: unknown;
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

/** A payment is not known before the day it was made, whenever its row was recorded. */
export function laterOf(recordedAt: string | undefined, paidOn: string, zone: string): string | undefined {
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

export function stated(...time: Parameters<typeof statedTime>): { statedRecordedAt?: string } {
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
