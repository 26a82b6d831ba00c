import { noteServerClock, nowAtServer } from './server-clock';

const toldBy = (aheadMs: number): number => {
  noteServerClock(new Headers({ Date: new Date(Date.now() - aheadMs).toUTCString() }));
  return Date.now() - nowAtServer();
};

it('a clock that is minutes wrong is set right by the server, a second is left alone', () => {
  for (const minutes of [10, -10]) {
    const wrong = minutes * 60_000;
    expect(Math.abs(toldBy(wrong) - wrong)).toBeLessThan(2_000);
  }
  expect(toldBy(900)).toBe(0);
  toldBy(600_000);
  noteServerClock(new Headers());
  expect(Date.now() - nowAtServer()).toBeGreaterThan(590_000);
  expect(toldBy(0)).toBe(0);
});
