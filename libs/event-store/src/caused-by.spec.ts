import { causedBy } from './caused-by.js';
import type { RecordedFact } from './fact.js';

const fact = (traceparent?: string): RecordedFact =>
  ({
    id: 'fact-1',
    metadata: {
      $correlationId: 'c',
      actor: { id: 'anna', roles: ['clerk'] },
      ...(traceparent && { traceparent }),
    },
  }) as unknown as RecordedFact;

describe('a command that a fact causes', () => {
  it('is the same whoever sends it: it hangs on the fact alone, its trace too', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const first = causedBy(fact(traceparent), 'step', { a: 1, b: 2 });
    expect(causedBy(fact(traceparent), 'step', { b: 2, a: 1 })).toEqual(first);
    expect(first).toMatchObject({ correlationId: 'c', causationId: 'fact-1', traceparent });
    expect(causedBy(fact(), 'step', { a: 1, b: 2 })).not.toHaveProperty('traceparent');
  });
});
