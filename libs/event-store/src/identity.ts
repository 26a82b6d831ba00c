import { hash } from 'node:crypto';
import { parse } from 'uuid';

/** Namespace of every name-based id of Quittance. Never change it: stream names and event ids hang on it. */
const NAMESPACE = Buffer.from(parse('5d2f9a0e-6f0b-5f6e-9a3c-2f1c8b7f4d11'));

/**
 * The uuid v5 of a natural key. The parts are joined as a JSON list, so that no two different keys meet
 * (`a`,`b-c` and `a-b`,`c` differ) and no part needs escaping. As `v5` of uuid makes it, in less than half the time: each
 * settled invoice has one.
 */
export function uuid5(...parts: readonly string[]): string {
  const h = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(JSON.stringify(parts))]), 'hex');
  const variant = VARIANTS[Number.parseInt(h[16]!, 16) & 3]!;
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-5${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20, 32)}`;
}
const VARIANTS = '89ab';
