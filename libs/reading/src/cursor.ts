import { createHash } from 'node:crypto';
import { Rejection } from '@quittance/kernel';

/** Where a list goes on: the values of the last row's sort columns, and what was pinned by the first page. */
export interface Cursor {
  after: string[];
  /** Answers of the first page that the next ones keep, such as `knownAt`. */
  pinned?: Record<string, string>;
}

/**
 * An opaque text for `next`. `question` says what was asked (list, filters, sort): the cursor of one question does
 * not open another, and one that was changed by hand opens none.
 */
export function cursorFrom(question: string, cursor: Cursor): string {
  const text = JSON.stringify([cursor.after, cursor.pinned ?? {}]);
  return Buffer.from(`${seal(question, text)}${text}`).toString('base64url');
}

/** @throws Rejection 422 when it is not a cursor of this question */
export function readCursor(question: string, given: string): Cursor {
  const text = /^[\w-]{1,4000}$/.test(given) ? Buffer.from(given, 'base64url').toString('utf8') : '';
  const content = text.slice(SEAL);
  if (content === '' || text.slice(0, SEAL) !== seal(question, content)) throw foreign(given);
  const [after, pinned] = JSON.parse(content) as [string[], Record<string, string>];
  return { after, pinned };
}

/** Of the first page, where the cursor keeps one: what is read on must be there. Of an opened cursor only. */
export function positionOf(given: string): bigint | undefined {
  const text = Buffer.from(given, 'base64url').toString('utf8').slice(SEAL);
  const [, pinned] = JSON.parse(text) as [string[], Record<string, string>];
  return pinned.at === undefined ? undefined : BigInt(pinned.at);
}

const SEAL = 12;

const seal = (question: string, text: string): string =>
  createHash('sha256').update(`${question}\n${text}`).digest('hex').slice(0, SEAL);

/** The cursor belongs to another list, other filters or another place. */
export const foreign = (value?: string): Rejection =>
  Rejection.invalid('invalid', 'The cursor is not one of this list.', {
    field: '/cursor',
    rule: 'cursor',
    ...(value !== undefined && { value }),
    hint: 'the `next` of the page before, with the same filters and sort; leave it out for the first page',
  });
