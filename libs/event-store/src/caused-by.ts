import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { CommandContext } from './command.js';
import type { RecordedFact } from './fact.js';

/**
 * The context of an internal command that a fact causes, on behalf of whoever caused the fact. It hangs on the fact
 * alone, so that whoever sends the command, and however often, sends the same one.
 * @param key unique for the step, as `uuid5(paymentId, invoiceId)`
 */
export const causedBy = (fact: RecordedFact, key: string, body: object): CommandContext => ({
  key,
  hash: createHash('sha256').update(canonicalize(body)!).digest('hex'),
  actor: fact.metadata.actor,
  correlationId: fact.metadata.$correlationId,
  causationId: fact.id,
  // The fact's own and never the sender's: whoever sends the command must send the same bytes.
  ...(fact.metadata.traceparent !== undefined && { traceparent: fact.metadata.traceparent }),
});
