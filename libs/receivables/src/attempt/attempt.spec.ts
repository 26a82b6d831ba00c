import { CommandMessage } from '@quittance/event-store';
import { type FactOf, Rejection } from '@quittance/kernel';
import { given } from '../../../../test/support/decisions.js';
import { MOST_KEPT, attempts } from './attempt.decider.js';
import type { AttemptFacts } from './attempt.events.js';
import { Attempts } from './attempts.js';
import type { CountAttempts } from './attempt.commands.js';

const TRIED = { actorId: 'carla', code: 'duty', command: 'ApproveWriteOff', document: 'invoice-1' };
const refused = (actorId = 'carla'): FactOf<AttemptFacts> => ({
  type: 'AttemptRefused',
  data: { ...TRIED, attemptId: 'a', actorId, attemptedOn: '2026-06-15' },
});
const times = (count: number, actorId?: string) => Array.from({ length: count }, () => refused(actorId));

describe('attempts of a day', () => {
  const keep = (before: FactOf<AttemptFacts>[], actorId = 'carla') =>
    given(attempts, ...before).when(
      'KeepAttempt',
      { ...TRIED, actorId, attemptedOn: '2026-06-15' },
      undefined,
    );

  it('are kept one by one, up to a thousand of one actor', () => {
    expect(keep(times(MOST_KEPT - 1))).toMatchObject([{ type: 'AttemptRefused', data: TRIED }]);
    expect(keep(times(MOST_KEPT))).toEqual([]);
    expect(keep(times(MOST_KEPT, 'lea'))).toHaveLength(1);
  });

  it.each(['constructor', '__proto__'])('of an actor called %s are no more', (actorId) => {
    expect(keep([], actorId)).toHaveLength(1);
    expect(keep(times(MOST_KEPT, actorId), actorId)).toEqual([]);
  });

  it('are counted beyond it', () => {
    const counted = given(attempts, ...times(MOST_KEPT)).when(
      'CountAttempts',
      { actorId: 'carla', attemptedOn: '2026-06-15', more: 10 },
      undefined,
    );
    expect(counted).toMatchObject([{ type: 'AttemptsCounted', data: { actorId: 'carla', count: '1010' } }]);
  });
});

describe('what is kept of refusals', () => {
  class Tried extends CommandMessage {}
  const context = {
    key: 'k',
    hash: 'h',
    actor: { id: 'carla', roles: ['clerk'] },
    correlationId: 'c',
    causationId: 'c',
  };
  const trying = async (error: Error, kept: boolean, count = 1): Promise<string[]> => {
    const sent: CommandMessage[] = [];
    const log = new Attempts({
      handler: {
        execute: async (command) => {
          sent.push(command);
          return { facts: kept ? [{}] : [], replayed: false } as never;
        },
      },
      routes: [{ command: Tried, stream: () => 'invoice-1', decider: {} as never }],
      clock: { today: () => '2026-06-15', now: () => new Date() },
      entity: 'main',
    });
    for (let i = 0; i < count; i += 1)
      await expect(
        log.keeping(Object.assign(new Tried(), { context }), () => Promise.reject(error)),
      ).rejects.toBe(error);
    return sent.map((one) => [one.constructor.name, (one as CountAttempts).more].filter(Boolean).join(' '));
  };

  it('is what duties, limits, closes and erasures forbid, and nothing else', async () => {
    for (const code of ['same-person', 'duty', 'over-limit', 'closed-period', 'person-erased'])
      expect(await trying(Rejection.conflict(code, 'No.'), true)).toEqual(['KeepAttempt']);
    expect(await trying(Rejection.conflict('already-settled', 'No.'), true)).toEqual([]);
    expect(await trying(Rejection.invalid('over-limit', 'No.'), true)).toEqual([]);
    expect(await trying(new Error('broken'), true)).toEqual([]);
  });

  it('is counted at the first, the tenth, the hundredth beyond those that are kept', async () => {
    const sent = await trying(Rejection.conflict('duty', 'No.'), false, 12);
    expect(sent.filter((each) => each.startsWith('Count'))).toEqual(['CountAttempts 1', 'CountAttempts 10']);
  });
});
