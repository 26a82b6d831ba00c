import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { story } from '../../../test/support/story.js';
import { addDays, businessDateAt } from './business-date.js';
import { endOfDay, isDayIn, startOfDay } from './local-day.js';

// Midnight comes twice, or not at all, on some of these days; some days never were.
const ODD: [zone: string, date: string, begins: string][] = [
  ['Atlantic/Azores', '2026-10-25', '2026-10-25T00:00:00.000Z'], // 01:00 back to 00:00
  ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'], // 01:00 back to 00:00
  ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z'], // 00:00 on to 01:00
  ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'], // 00:00 on to 01:00
  ['Asia/Beirut', '2026-10-25', '2026-10-24T22:00:00.000Z'], // 00:00 back to 23:00 of the day before
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'], // 00:00 on to 01:00
  ['Africa/Cairo', '2026-10-30', '2026-10-29T22:00:00.000Z'], // 00:00 back to 23:00
  ['America/Asuncion', '2023-10-01', '2023-10-01T04:00:00.000Z'], // 00:00 on to 01:00
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'], // 00:00 on to 01:00
  ['America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00:00.000Z'], // 00:00 back to 23:00
  ['America/St_Johns', '2006-10-29', '2006-10-29T02:30:00.000Z'], // 00:01 back to 23:01
  ['Europe/Rome', '2026-10-25', '2026-10-24T22:00:00.000Z'],
  ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z'], // after 2011-12-29
  ['UTC', '2026-10-25', '2026-10-25T00:00:00.000Z'],
];

/** The same days as a process works them out whose machine is in another zone and at another season. */
function workedOutElsewhere(timeZone: string, now: string): string[] {
  const program = `
    Date.now = () => Date.parse('${now}');
    const { startOfDay } = require('./local-day.ts');
    const days = ${JSON.stringify(ODD.map(([zone, date]) => [zone, date]))};
    console.log(JSON.stringify(days.map(([zone, date]) => startOfDay(date, zone).toISOString())));`;
  const compile = join(__dirname, '../../../test/support/compile-typescript.js');
  const output = execFileSync(process.execPath, ['-r', compile, '-e', program], {
    cwd: __dirname,
    env: { ...process.env, TZ: timeZone },
  });
  return JSON.parse(output.toString()) as string[];
}

const MINUTE = 60_000;
const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const date = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays('1900-01-01', days));
/** Half of them near the days at which clocks are changed. */
const changing = fc
  .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 0, max: 365 }), zone)
  .map(([year, day, where]): [string, string] => [where, changeAfter(`${year}-01-01`, day, where)]);

/** The first day from there on within a year after which the clocks go otherwise; the day itself when there is none. */
function changeAfter(from: string, days: number, where: string): string {
  const offset = (on: string) => Number(new Date(`${on}T12:00:00Z`).valueOf() - localNoon(on, where));
  const start = addDays(from, days);
  for (let step = 0; step < 365; step += 15) {
    if (offset(addDays(start, step)) === offset(addDays(start, step + 15))) continue;
    for (let on = addDays(start, step); ; on = addDays(on, 1))
      if (offset(on) !== offset(addDays(on, 1))) return addDays(on, 1);
  }
  return start;
}

const localNoon = (on: string, where: string): number => startOfDay(on, where).getTime() + 12 * 60 * MINUTE;

describe('A local day', () => {
  it.each(ODD)('in %s of %s begins at %s, its first instant', (where, on, begins) => {
    expect(startOfDay(on, where).toISOString()).toBe(begins);
  });

  story(
    'mended-doors',
    'B6',
    'A day begins at its first instant in the zone, wherever and in whatever season the process runs',
    (show) => {
      const machines: [string, string][] = [
        ['America/Havana', '2026-07-01T12:00:00Z'],
        ['Pacific/Auckland', '2026-01-01T12:00:00Z'],
      ];
      const right = ODD.map(([, , begins]) => begins);
      for (const [timeZone, now] of machines) {
        const input = { machine: timeZone, now, days: ODD.map(([where, on]) => `${on} in ${where}`) };
        show({ input, right, got: workedOutElsewhere(timeZone, now) });
      }
    },
  );

  it.each([
    ['Pacific/Apia', '2011-12-30'],
    ['Pacific/Fakaofo', '2011-12-30'],
    ['Pacific/Kwajalein', '1993-08-21'],
    ['Pacific/Kiritimati', '1994-12-31'],
    ['Pacific/Enderbury', '1994-12-31'],
  ])('in %s of %s never was: it begins and ends with the next', (where, on) => {
    expect(isDayIn(where, on)).toBe(false);
    expect(startOfDay(on, where)).toEqual(startOfDay(addDays(on, 1), where));
    expect(isDayIn(where, addDays(on, -1)) && isDayIn(where, addDays(on, 1))).toBe(true);
    expect(isDayIn('Europe/Rome', on)).toBe(true);
  });

  it('begins where no earlier instant is of it, and ends where the next begins: in every zone, on any day', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(zone, date), changing), ([where, on]) => {
        const begins = startOfDay(on, where).getTime();
        const first = businessDateAt(new Date(begins), where);
        expect(isDayIn(where, on) ? first === on : first > on).toBe(true);
        expect(endOfDay(on, where)).toEqual(startOfDay(addDays(on, 1), where));
        for (const back of [
          1,
          MINUTE,
          10 * MINUTE,
          ...Array.from({ length: 60 }, (_, i) => (i + 1) * 30 * MINUTE),
        ])
          expect(businessDateAt(new Date(begins - back), where) < on).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
