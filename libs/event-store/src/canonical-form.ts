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
  const { hash: _hash, $origin: _origin, mac: _mac, ...metadata } = fact.metadata;
  const { id, type, data } = fact;
  const { hashVersion, previousHash } = metadata;
  // Members are sorted: these come before `metadata`, those after it; within it some before `mac`, the rest after it.
  const before = members({ data, hashVersion, id });
  const after = members({ previousHash, revision: revision.toString(), stream, type });
  const all = Object.entries(metadata);
  const first = members(Object.fromEntries(all.filter(([name]) => name < 'mac')));
  const last = members(Object.fromEntries(all.filter(([name]) => name > 'mac')));
  const form = (mac: string): string =>
    `{${joined(before, `"metadata":{${joined(first, mac, last)}}`, after)}}`;
  const withoutMac = form('');
  return {
    withoutMac,
    with: (mac) => (mac === undefined ? withoutMac : form(members({ mac }))),
  };
}

/** The members of an object in their canonical form, without the braces around them. */
const members = (object: object): string => canonicalize(object)!.slice(1, -1);

const joined = (...parts: string[]): string => parts.filter(Boolean).join(',');
