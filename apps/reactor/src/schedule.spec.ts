import { pino } from 'pino';
import type { Reaction, ReactionParts } from '@quittance/receivables';
import { keepSchedule } from './schedule.js';

const parts = {
  clock: { now: () => new Date(), today: () => '2026-03-02' },
} as unknown as ReactionParts;

/** Lines of the log as they come, and counts; `until` waits for one. */
function told() {
  const lines: Record<string, unknown>[] = [];
  const counted: string[] = [];
  let heard: () => void = () => undefined;
  const log = pino({}, { write: (line) => void (lines.push(JSON.parse(line) as never), heard()) });
  const add = (name: string): void => void (counted.push(name), heard());
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise<void>((resolve) => (heard = resolve));
  };
  return { lines, counted, log, counts: { add }, until };
}

it('runs what features declare: by their clocks, at once where they say so, until they are over', async () => {
  const said = told();
  let looks = 0;
  const look: Reaction = {
    name: 'look around',
    every: 1,
    atOnce: true,
    begin: () => async () => {
      looks += 1;
      if (looks === 2) throw new Error('nobody is there');
      if (looks === 3) return { over: true };
      return { told: { message: 'looked', fields: { seen: looks } } };
    },
  };
  const stop = keepSchedule({ reactions: [look], parts, timeZone: 'Europe/Rome', ...said }, '0 8 1 1 *');
  await said.until(() => said.counted.length === 3);
  await stop();
  expect(said.counted).toEqual(['look around done', 'look around failed', 'look around done']);
  expect(said.lines).toContainEqual(
    expect.objectContaining({ msg: 'looked', seen: 1, correlationId: expect.any(String) as string }),
  );
});

it('runs those of the morning one after another, in their order; what fails keeps the rest of that morning back', async () => {
  const said = told();
  const ran: string[] = [];
  let fails = true;
  const morning = (name: string): Reaction => ({
    name,
    every: 'morning',
    begin: () => async () => {
      ran.push(name);
      if (name === 'second' && fails) {
        fails = false;
        throw new Error('not today');
      }
    },
  });
  const reactions = ['first', 'second', 'third'].map(morning);
  const stop = keepSchedule({ reactions, parts, timeZone: 'Europe/Rome', ...said }, '* * * * * *');
  await said.until(() => said.counted.includes('morning run done'));
  await stop();
  expect(ran.slice(0, 5)).toEqual(['first', 'second', 'first', 'second', 'third']);
  expect(said.counted.slice(0, 2)).toEqual(['morning run failed', 'morning run done']);
});
