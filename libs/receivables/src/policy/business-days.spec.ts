import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { businessDayFrom, targetHolidays } from './business-days.kinds.js';

const TABLE = join(process.env.QUITTANCE_DATA ?? '', 'money/target2_closing_days_2000_2040.csv');

describe('business days', () => {
  it.each([
    ['2026-04-03', '2026-04-07', 'Good Friday to the Tuesday after Easter'],
    ['2026-05-02', '2026-05-04', 'a Saturday'],
    ['2026-12-25', '2026-12-28', 'Christmas to the Monday after it'],
    ['2028-02-29', '2028-02-29', 'a Tuesday'],
  ])('%s comes on %s: %s', (day, next) => {
    expect(businessDayFrom({ businessDays: true, holidays: ['target'] }, day)).toBe(next);
  });

  it('leaves days as they are where the policy asks for no business days', () => {
    expect(businessDayFrom({ businessDays: false, holidays: ['target'] }, '2026-05-02')).toBe('2026-05-02');
  });

  it('shifts by a list of one’s own, too', () => {
    const holidays = ['2026-09-07', '2026-09-08'];
    expect(businessDayFrom({ businessDays: true, holidays }, '2026-09-05')).toBe('2026-09-09');
  });

  (existsSync(TABLE) ? it : it.skip)('are those of the table of T2, 2000 to 2040', () => {
    const days = [...readFileSync(TABLE, 'utf8').matchAll(/\d{4}-\d{2}-\d{2}/g)].map(([day]) => day);
    const weekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    const rule = Array.from({ length: 41 }, (_, i) => targetHolidays(2000 + i)).flat();
    expect([...new Set(rule)].filter(weekday).sort()).toEqual([...new Set(days)].filter(weekday).sort());
  });
});
