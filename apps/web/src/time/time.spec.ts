import { addDays, isDay, lastEnds, monthEnd, stepMonthEnd, typedDay } from './days';
import { askedOf, filtersOf, parseSearch, stateOf, stringifySearch, timeOf } from './search';

describe('the address', () => {
  it('keeps every value as the text it is, and comes back the same', () => {
    const address = '?number=20260042&status=overdue&dueOn=2026-01-01..2026-03-31&sort=-open,number&_peek=x';
    const search = parseSearch(address);
    expect(search.number).toBe('20260042');
    expect(stringifySearch(search)).toBe(address);
    expect(stringifySearch({ q: 'a&b=c', asOf: undefined })).toBe('?q=a%26b%3Dc');
  });

  it('tells filters, time and what is the page’s own apart', () => {
    const search = parseSearch('asOf=2026-03-31&known=stated&open=1..&sort=-open&_tab=money');
    expect(askedOf(search)).toEqual({ asOf: '2026-03-31', known: 'stated', open: '1..', sort: '-open' });
    expect(filtersOf(search)).toEqual({ open: '1..' });
    expect(timeOf(search)).toEqual({ asOf: '2026-03-31', known: 'stated' });
  });

  it('stands in one of three states', () => {
    expect(stateOf({})).toBe('present');
    expect(stateOf({ asOf: '2026-03-31' })).toBe('as-of');
    expect(stateOf({ asOf: '2026-03-31', knownAt: '2026-04-02T09:00:00Z' })).toBe('known-at');
    expect(stateOf({ known: 'stated' })).toBe('known-at');
  });
});

describe('days', () => {
  it.each([
    ['31/3/2026', '2026-03-31'],
    ['31.03.26', '2026-03-31'],
    ['1.4.2026 г.', '2026-04-01'],
    ['3/31/2026', undefined],
    ['31/2/2026', undefined],
  ])('reads %s as people write it', (typed, day) => {
    expect(typedDay(typed, '2026-05-15')).toBe(day);
  });

  it('knows a day, and what is none', () => {
    expect(['2026-02-28', '2026-02-29', '2026-13-01', 'today'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('steps by days and ends of months', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(monthEnd('2024-01-31', 1)).toBe('2024-02-29');
    expect([
      stepMonthEnd('2026-03-31', 1),
      stepMonthEnd('2026-03-15', 1),
      stepMonthEnd('2026-03-15', -1),
    ]).toEqual(['2026-04-30', '2026-03-31', '2026-02-28']);
    expect(lastEnds('2026-05-15')).toEqual({
      month: '2026-04-30',
      quarter: '2026-03-31',
      year: '2025-12-31',
    });
  });

  it('reads what is typed', () => {
    const today = '2026-03-31';
    expect(
      ['2026-01-05', 't', '+7', '-1m', '-1', 'x', '31/13/2026'].map((text) => typedDay(text, today)),
    ).toEqual(['2026-01-05', today, '2026-04-07', '2026-02-28', '2026-03-30', undefined, undefined]);
  });
});
