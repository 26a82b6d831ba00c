import type { RecordedFact } from '@quittance/event-store';
import { PastStreams } from './past-streams.js';

/** What is known of a stream: the texts of its facts. */
const folding = {
  category: 'notes',
  initial: [] as string[],
  evolve: { Noted: (before: string[], { text }: { text: string }) => [...before, text] },
};
const noted = (text: string, on: string) => ({ type: 'Noted', data: { text, on } });

function reading(facts: object[]) {
  let reads = 0;
  const past = new PastStreams(
    new Map(),
    {
      async *read() {
        reads += 1;
        for (const fact of facts) yield fact as RecordedFact;
      },
    },
    ({ data }) => String(data.on),
  );
  return { past, reads: () => reads };
}

describe('streams of the past', () => {
  const facts = [noted('first', '2026-01-01'), noted('late', '2026-03-01'), noted('second', '2026-02-01')];

  it('fold on each day what counts by then, in the order of the stream', async () => {
    const { past, reads } = reading(facts);
    const on = (day: string) => past.on(day).latest(folding, 'notes-1');
    expect(await on('2025-12-31')).toBeUndefined();
    expect(await on('2026-01-31')).toEqual(['first']);
    expect(await on('2026-02-01')).toEqual(['first', 'second']);
    expect(await on('2026-03-01')).toEqual(['first', 'late', 'second']);
    expect(await on('2026-01-01')).toEqual(['first']);
    expect(reads()).toBe(1);
  });

  it('say on which day something more counts, and read again what was forgotten', async () => {
    const { past, reads } = reading(facts);
    expect(await past.nextAfter('notes-1', '')).toBe('2026-01-01');
    expect(await past.nextAfter('notes-1', '2026-02-01')).toBe('2026-03-01');
    expect(await past.nextAfter('notes-1', '2026-03-01')).toBeUndefined();
    past.forget('notes-1');
    await past.nextAfter('notes-1', '');
    expect(reads()).toBe(2);
  });
});
