import { DateTime } from 'luxon';
import {
  addDays,
  addMonths,
  businessDateAt,
  daysBetween,
  endOfMonth,
  isBusinessDate,
  onDayOfMonth,
} from './business-date.js';

describe('A business date', () => {
  it.each(['2026-02-28', '2024-02-29', '0001-01-01', '9999-12-31'])('%s exists', (date) => {
    expect(isBusinessDate(date)).toBe(true);
  });

  it('exists as the calendar has it: 97 leap days in 400 years', () => {
    let days = 0;
    for (let year = 1601; year <= 2000; year += 1) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const [mm, dd] = [month, day].map((part) => String(part).padStart(2, '0'));
          if (isBusinessDate(`${year}-${mm}-${dd}`)) days += 1;
        }
      }
    }
    expect(days).toBe(400 * 365 + 97);
    expect(isBusinessDate('1900-02-29')).toBe(false);
  });

  it.each([
    '2026-02-30',
    '2023-02-29',
    '2026-13-01',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    '0000-01-01',
    5,
    null,
  ])('%p does not', (date) => {
    expect(isBusinessDate(date)).toBe(false);
  });

  it('counts days over the change of summer time', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });

  it('counts days as luxon does, from the first year to the last', () => {
    for (const date of ['0001-01-01', '0099-12-31', '1900-02-28', '2024-02-28', '2100-02-28', '9999-12-01'])
      for (const days of [-3, 0, 1, 2, 30, 366]) {
        const then = DateTime.fromISO(date, { zone: 'utc' }).plus({ days });
        expect(addDays(date, days)).toBe(then.toFormat('yyyy-MM-dd'));
        if (then.year > 0 && then.year <= 9999) expect(daysBetween(date, addDays(date, days))).toBe(days);
      }
  });

  it('stays within the month: the last day where the day does not exist', () => {
    expect(endOfMonth('2024-02-10')).toBe('2024-02-29');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(onDayOfMonth('2026-02-10', 31)).toBe('2026-02-28');
  });

  it("is the day in the entity's zone, not in UTC", () => {
    const instant = new Date('2026-06-30T22:30:00Z');
    expect(businessDateAt(instant, 'Europe/Rome')).toBe('2026-07-01');
    expect(businessDateAt(instant, 'America/New_York')).toBe('2026-06-30');
  });
});
