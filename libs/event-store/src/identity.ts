import { createHash } from 'node:crypto';

/** Namespace of every name-based id of Quittance. Never change it: stream names and event ids hang on it. */
const NAMESPACE = Buffer.from('5d2f9a0e6f0b5f6e9a3c2f1c8b7f4d11', 'hex');

/**
 * The uuid v5 (RFC 9562) of a natural key. The parts are joined as a JSON list, so that no two different keys meet
 * (`a`,`b-c` and `a-b`,`c` differ) and no part needs escaping. Every command makes several: hence not by a package.
 */
export function uuid5(...parts: readonly string[]): string {
  const hex = createHash('sha1').update(NAMESPACE).update(JSON.stringify(parts)).digest('hex');
  const variant = '89ab'[parseInt(hex[16]!, 16) & 3]!;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
