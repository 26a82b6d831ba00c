import fc from 'fast-check';
import { Money } from './money.js';

const cents = fc.bigInt({ min: 0n, max: 10n ** 17n - 1n });
const eur = (n: bigint): Money => Money.of(`${n / 100n}.${String(n % 100n).padStart(2, '0')}`, 'EUR');

describe('Money', () => {
  it('is exact: sums of cents are the sums of their integers', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 50 }), (amounts) => {
        const sum = amounts.reduce((a, b) => a + b, 0n);
        expect(Money.sum(amounts.map(eur), 'EUR').toString()).toBe(eur(sum).toString());
      }),
    );
  });

  it("is written with exactly the currency's decimals", () => {
    expect(Money.of('100', 'EUR').toString()).toBe('100.00');
    expect(Money.of('100', 'JPY').toString()).toBe('100');
    expect(Money.of('1.5', 'KWD').toString()).toBe('1.500');
    expect(Money.of('999999999999999.99', 'EUR').toString()).toBe('999999999999999.99');
  });

  it('refuses more decimals than the currency has', () => {
    expect(() => Money.of('0.001', 'EUR')).toThrow('EUR has 2 decimals');
    expect(() => Money.of('1.5', 'JPY')).toThrow('JPY has 0 decimals');
  });

  it.each(['1e3', '', ' 1', '1,00', '.5', '5.', 'NaN', 'Infinity', '0x10'])(
    'refuses %p as an amount',
    (text) => {
      expect(() => Money.of(text, 'EUR')).toThrow('not an amount');
    },
  );

  it('has no minor unit for gold or for no currency', () => {
    expect(() => Money.zero('XAU')).toThrow('unknown currency');
    expect(() => Money.zero('XXX')).toThrow('unknown currency');
  });

  it('never adds two currencies', () => {
    expect(() => Money.of('1', 'EUR').plus(Money.of('1', 'USD'))).toThrow('cannot combine EUR with USD');
  });

  it('never writes a negative zero', () => {
    expect(Money.of('1', 'EUR').minus(Money.of('1', 'EUR')).negated().toString()).toBe('0.00');
  });

  it('splits by largest remainder, and the parts always add up', () => {
    expect(Money.of('100', 'EUR').split(['1', '1', '1']).map(String)).toEqual(['33.34', '33.33', '33.33']);
    expect(Money.of('0.05', 'EUR').split(['3', '7']).map(String)).toEqual(['0.02', '0.03']);
    expect(Money.of('-100', 'EUR').split(['1', '1', '1']).map(String)).toEqual([
      '-33.34',
      '-33.33',
      '-33.33',
    ]);
    expect(Money.of('10', 'EUR').split(['0', '0']).map(String)).toEqual(['10.00', '0.00']);
    fc.assert(
      fc.property(cents, fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }), (amount, weights) => {
        const parts = eur(amount).split(weights.map(String));
        expect(Money.sum(parts, 'EUR').equals(eur(amount))).toBe(true);
      }),
    );
  });
});
