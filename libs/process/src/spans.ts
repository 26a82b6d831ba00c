import type { CommandMessage, CommandObserver, RecordedFact } from '@quittance/event-store';
import { aboutFact } from './about-fact.js';
import { failureOf, resultOf } from './command-watch.js';
import type { Spanned, Tracing } from './tracing.js';

/** A span a command, within that of its request, and one an append within it. */
export function traceCommands(tracing: Tracing): CommandObserver {
  const spans = new WeakMap<CommandMessage, Spanned>();
  return {
    async command(message, work) {
      const { traceparent: parent, correlationId } = message.context;
      const attributes = { 'quittance.correlation_id': correlationId };
      const span = tracing.begin(message.constructor.name, { parent, attributes });
      spans.set(message, span);
      try {
        const outcome = await work();
        const { stream, position } = outcome;
        span.end({
          'quittance.result': resultOf(outcome),
          'quittance.stream': stream,
          'quittance.position': String(position.commit),
        });
        return outcome;
      } catch (error) {
        const { result } = failureOf(error);
        span.end({ 'quittance.result': result }, result === 'failed' || result === 'unavailable');
        throw error;
      }
    },
    async append(message, work) {
      const span = tracing.begin('append', { parent: spans.get(message)?.traceparent, kind: 'CLIENT' });
      try {
        const settled = await work();
        span.end(
          { 'quittance.append': settled.result, 'quittance.sends': settled.tries },
          settled.result === 'unknown',
        );
        return settled;
      } catch (error) {
        span.end({}, true);
        throw error;
      }
    },
  };
}

/** A span for each projected fact of a traced request, from the beginning of its batch to the commit. */
export const traceProjected =
  (tracing: Tracing) =>
  (facts: readonly RecordedFact[], startedAt: Date): void => {
    for (const fact of facts) {
      const parent = (fact.metadata as Partial<RecordedFact['metadata']> | null)?.traceparent;
      if (parent === undefined) continue;
      const { type, stream, position, correlationId = '' } = aboutFact(fact);
      const attributes = {
        'quittance.correlation_id': correlationId,
        'quittance.stream': stream,
        'quittance.position': String(position),
      };
      tracing.begin(`project ${type}`, { parent, kind: 'CONSUMER', attributes, startedAt }).end();
    }
  };
