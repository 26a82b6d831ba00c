import { currencyFault, decimalsOf, isCurrency } from './currency.js';

describe('A currency', () => {
  it.each([
    ['JPY', 0],
    ['EUR', 2],
    ['XAD', 2],
    ['XCG', 2],
    ['KWD', 3],
    ['UYW', 4],
  ])('%s has %i decimals', (code, decimals) => {
    expect(decimalsOf(code)).toBe(decimals);
  });

  it.each(['eur', 'XAU', 'XXX', 'XDR', 'ABC', '', 978])('%p is none', (code) => {
    expect(isCurrency(code)).toBe(false);
  });

  // The last day of the old one and the first of the new one, where one took the other's place.
  it.each([
    ['HRK', undefined, '2022-12-31'],
    ['ANG', undefined, '2025-03-31'],
    ['XCG', '2025-03-31', undefined],
    ['BGN', undefined, '2025-12-31'],
    ['XAD', '2025-05-12', undefined],
    ['SLL', undefined, '2023-12-31'],
    ['SLE', '2022-04-01', undefined],
    ['ZWL', undefined, '2024-08-31'],
    ['ZWG', '2024-06-25', undefined],
    ['VED', '2021-10-01', undefined],
    ['STD', undefined, '2017-12-31'],
    ['STN', '2018-01-01', undefined],
    ['MRO', undefined, '2017-12-31'],
    ['MRU', '2018-01-01', undefined],
    ['CUC', undefined, '2021-06-30'],
    ['EUR', undefined, undefined],
    ['VES', '2018-08-20', undefined],
  ])('%s is one from %s to %s', (code, from, to) => {
    expect(isCurrency(code)).toBe(true);
    const dayBefore = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
    const dayAfter = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
    expect(currencyFault(code, from ?? '1900-01-01')).toBeUndefined();
    expect(currencyFault(code, to ?? '2099-12-31')).toBeUndefined();
    if (from) expect(currencyFault(code, dayBefore(from))).toBe(`${code} is a currency from ${from} on`);
    if (to) expect(currencyFault(code, dayAfter(to))).toBe(`${code} was a currency to ${to}`);
  });
});
