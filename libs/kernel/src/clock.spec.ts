import { entityClock, offsetTo } from './clock.js';

describe("the entity's clock", () => {
  afterEach(() => jest.useRealTimers());

  it.each([
    ['Europe/Rome', '2026-07-14T22:30:00Z', '2013-01-31'],
    ['Europe/Rome', '2026-11-22T22:30:00Z', '2013-06-30'],
    ['Pacific/Auckland', '2026-11-22T11:00:00Z', '2013-06-30'],
  ])('begins its business days in %s at midnight, also at %s when started at %s', (zone, now, start) => {
    jest.useFakeTimers({ now: new Date(now) });
    const clock = entityClock(zone, offsetTo(start, zone));
    expect(clock.today()).toBe(start);
    expect(clock.now().toISOString()).toBe(new Date(now).toISOString());
  });

  it('goes on to the next day at midnight of its zone', () => {
    jest.useFakeTimers({ now: new Date('2026-11-22T22:59:59Z') });
    const clock = entityClock('Europe/Rome', offsetTo('2013-06-30', 'Europe/Rome'));
    expect(clock.today()).toBe('2013-06-30');
    jest.advanceTimersByTime(1_000);
    expect(clock.today()).toBe('2013-07-01');
  });
});
