import type { Change, Changed } from './changes.events.js';

// Master data that changes field by field. A fact says of each field what it was before and what it is from a day on; what
// tells of people is sealed, as texts. A field is in force by the last change of it, by the day it counts from, then as recorded.

/** A change as it is folded: fields with what they are from that day on. */
export interface ChangeLine {
  on: string;
  to: Readonly<Record<string, unknown>>;
}

const nothing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);
const asText = (value: unknown): string | undefined =>
  nothing(value) ? undefined : typeof value === 'string' ? value : JSON.stringify(value);

/** What a request changes of what was before; undefined: nothing. @param again fields that are said though they are so already */
export function changed(
  asked: Readonly<Record<string, unknown>>,
  before: object,
  sealedFields: readonly string[],
  subject: string,
  again: readonly string[] = [],
): Changed | undefined {
  const was = before as Record<string, unknown>;
  const changes: Record<string, Change> = {};
  const personal: Record<string, string | undefined> = {};
  const sealed: string[] = [];
  for (const [field, to] of Object.entries(asked)) {
    if (to === undefined || (asText(to) === asText(was[field]) && !again.includes(field))) continue;
    if (sealedFields.includes(field)) {
      sealed.push(field);
      personal[field] = asText(to);
      personal[`${field}Before`] = asText(was[field]);
    } else changes[field] = { from: valueOf(was[field]), to: valueOf(to) };
  }
  if (sealed.length === 0 && Object.keys(changes).length === 0) return undefined;
  return { changes, sealed, personal: sealed.length > 0 ? { subject, ...personal } : undefined };
}

const valueOf = (value: unknown): unknown => (nothing(value) ? null : value);

/** Sealed fields that are no texts by themselves. */
const STRUCTURED: readonly string[] = ['address', 'contacts'];

/** A sealed field as it was given. */
const opened = (field: string, text: string | undefined): unknown =>
  text !== undefined && STRUCTURED.includes(field) ? JSON.parse(text) : text;

/** The fields of a fact with what they are from then on; undefined: nothing, or erased. */
export const changedTo = ({ changes, sealed, personal }: Changed): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(changes).map(([field, { to }]) => [field, to ?? undefined])),
  ...Object.fromEntries(sealed.map((field) => [field, opened(field, personal?.[field])])),
});

/** The same, with what they were before. */
export const changedFrom = ({ changes, sealed, personal }: Changed): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(changes).map(([field, { from }]) => [field, from ?? undefined])),
  ...Object.fromEntries(sealed.map((field) => [field, opened(field, personal?.[`${field}Before`])])),
});

/** What is in force on a day (as known now, without one) of what was first and what changed, in the order it was recorded. */
export const inForce = <Master extends object>(
  first: Master,
  changes: readonly ChangeLine[],
  day?: string,
): Master =>
  [...changes]
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
    .reduce((master, { on, to }) => (day === undefined || on <= day ? { ...master, ...to } : master), first);

/** By field: the business date from which it counts, where it ever changed. */
export type ChangedOn = Readonly<Record<string, string>>;
