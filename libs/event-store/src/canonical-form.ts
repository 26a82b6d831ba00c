import canonicalize from 'canonicalize';
import type { FactMac, FactMetadata, NewFact } from './fact.js';

/** A fact whose metadata may still lack hash and MAC. */
export type Formed = Omit<NewFact, 'metadata'> & { metadata: Omit<FactMetadata, 'hash'> & { hash?: string } };

/**
 * The RFC 8785 form of a fact as stored, `hash` and `$origin` left out. Worked out once, read twice: its MAC covers it
 * without `mac`, its hash covers it with `mac`.
 */
export interface CanonicalForm {
  readonly withoutMac: string;
  /** As `withoutMac` when there is none. */
  with(mac: FactMac | undefined): string;
}

export function canonicalForm(stream: string, revision: bigint, fact: Formed): CanonicalForm {
  const { id, type, data, metadata } = fact;
  const { hashVersion, previousHash } = metadata;
  // Members are sorted: these come before `metadata`, those after it; within it some before `mac`, the rest after it.
  const before = joined(member('data', data), member('hashVersion', hashVersion), member('id', id));
  const after = joined(
    member('previousHash', previousHash),
    member('revision', revision.toString()),
    member('stream', stream),
    member('type', type),
  );
  let first = '';
  let last = '';
  for (const name of Object.keys(metadata).sort()) {
    if (OUTSIDE.has(name)) continue;
    const one = member(name, metadata[name as keyof typeof metadata]);
    if (name < 'mac') first = joined(first, one);
    else last = joined(last, one);
  }
  const form = (mac: string): string =>
    `{${joined(before, `"metadata":{${joined(first, mac, last)}}`, after)}}`;
  const withoutMac = form('');
  return {
    withoutMac,
    with: (mac) => (mac === undefined ? withoutMac : form(member('mac', mac))),
  };
}

/** Of the metadata: neither is in the form, and the MAC has a place of its own. */
const OUTSIDE: ReadonlySet<string> = new Set(['hash', '$origin', 'mac']);

/** A member of an object in its canonical form; none where there is no value. */
const member = (name: string, value: unknown): string =>
  value === undefined ? '' : `${JSON.stringify(name)}:${canonicalize(value)!}`;

const joined = (...parts: string[]): string => parts.filter(Boolean).join(',');
