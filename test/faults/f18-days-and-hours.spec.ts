import { Chased } from './support/chased.js';
import { until } from './support/until.js';

// The machine's clock, as a reactor finds it: each starts where the hour says, and dies by kill -9.

describe('F18: the scheduler is down for five days, the clock goes back an hour, and summer time begins and ends', () => {
  jest.setTimeout(600_000);
  let chased: Chased;
  beforeAll(async () => {
    chased = await Chased.start();
  });
  afterAll(() => chased?.stop());

  /** A reactor at that hour does its morning run, and dies. @returns what the run did */
  async function morning(at: string, schedule: string): Promise<Record<string, unknown>> {
    await chased.processes.projected();
    const reactor = chased.reactor({ at, env: { DUNNING_SCHEDULE: schedule } });
    await reactor.up();
    await chased.mornings(reactor);
    const run = reactor.logged('morning run')[0]!;
    // By the head of the log that a morning leaves behind it is seen later on which day the last one was.
    if (Number(run.planned) > 0)
      await until('the head of the log', () => reactor.logged('log head recorded').length > 0);
    await reactor.kill();
    return run;
  }

  const AT_HALF_PAST_TWO = '30 2 * * *';
  const AT_EIGHT = '0 8 * * *';
  const EVERY_SECOND = '* * * * * *';
  const nothing = { planned: 0, skipped: 0, escalated: 0, failed: 0 };

  it('does each step once, and of several that came meanwhile the highest', async () => {
    const reminded = await chased.invoice('2026-03-26');
    const collapsed = await chased.invoice('2026-03-27');
    // At 2:30 of that night there is no hour: clocks go from 2:00 to 3:00. The morning run comes all the same.
    expect(await morning('2026-03-29T01:59:58+01:00', AT_HALF_PAST_TWO)).toMatchObject({
      ...{ on: '2026-03-29', planned: 1, skipped: 1 },
    });
    const once = ['due-3 superseded', 'due+3 planned'];
    expect(await chased.steps(reminded)).toEqual(once);
    expect(await chased.steps(collapsed)).toEqual([]);

    // Past midnight, and an hour back: it is the day before again.
    expect(await morning('2026-03-30T00:10:00+02:00', EVERY_SECOND)).toMatchObject({
      ...{ on: '2026-03-30', planned: 1, skipped: 1 },
    });
    expect(await chased.steps(collapsed)).toEqual(once);
    expect(await morning('2026-03-29T23:10:00+02:00', EVERY_SECOND)).toMatchObject({
      ...nothing,
      on: '2026-03-29',
    });

    // Five days later it starts after the hour of the morning run, which it makes good.
    const late = await chased.invoice('2026-03-28');
    expect(await morning('2026-04-04T09:00:00+02:00', AT_EIGHT)).toMatchObject({
      ...{ on: '2026-04-04', planned: 3, skipped: 2, failed: 0 },
    });
    expect(await chased.steps(reminded)).toEqual([...once, 'due+7 planned']);
    expect(await chased.steps(collapsed)).toEqual([...once, 'due+7 planned']);
    expect(await chased.steps(late)).toEqual(['due-3 superseded', 'due+3 superseded', 'due+7 planned']);
    await chased.holdsSoFar();
  });

  it('does each step once in the night that has 2:30 twice', async () => {
    const id = await chased.invoice('2026-10-22');
    const [first, second] = [
      await morning('2026-10-25T02:29:58+02:00', AT_HALF_PAST_TWO),
      await morning('2026-10-25T02:29:58+01:00', EVERY_SECOND),
    ];
    expect(first).toMatchObject({ on: '2026-10-25' });
    expect(second).toMatchObject({ ...nothing, on: '2026-10-25' });
    expect(await chased.steps(id)).toEqual(['due-3 superseded', 'due+3 planned']);
    await chased.holds();
  });
});
