import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 (hex) of the RFC 8785 form of an answer's body: two answers can be compared without keeping them. */
export function contentHash(body: unknown): string {
  // Through JSON first: what counts is what is sent, without undefined fields and with dates as texts.
  const sent: unknown = JSON.parse(JSON.stringify(body));
  return createHash('sha256')
    .update(canonicalize(sent) ?? 'null')
    .digest('hex');
}
