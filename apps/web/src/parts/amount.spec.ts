import fc from 'fast-check';
import { amountText } from '../words/formats';
import { LANGUAGES } from '../words/languages';
import { readAmount } from './amount';

describe('an amount as it is typed', () => {
  it.each([
    ['1.234,00', 'it-IT', '1234.00'],
    ['1,234.56', 'it-IT', '1234.56'],
    ['1.234', 'it-IT', '1234.00'],
    ['12.50', 'it-IT', '12.50'],
    ['1,234', 'en-GB', '1234.00'],
    ['1,23', 'en-GB', '1.23'],
    ['1 234,5', 'bg-BG', '1234.50'],
    ['1’234.50', 'de-DE', '1234.50'],
    ['−3', 'en-GB', '-3.00'],
    [',5', 'de-DE', '0.50'],
    ['007', 'en-GB', '7.00'],
    ['1.234.567', 'en-GB', '1234567.00'],
  ])('%s in %s is %s', (typed, locale, amount) => {
    expect(readAmount(typed, locale, 2)).toEqual({ amount });
  });

  it.each([
    ['1.234,567', 'it-IT', 'decimals'],
    ['1,234', 'it-IT', 'decimals'],
    ['12x', 'en-GB', 'digits'],
    ['1,23,4.5', 'en-GB', 'digits'],
    ['.', 'en-GB', 'digits'],
    ['  ', 'en-GB', 'empty'],
  ])('%s in %s is none: %s', (typed, locale, wrong) => {
    expect(readAmount(typed, locale, 2)).toEqual({ wrong });
  });

  it('has no decimals where its currency has none', () => {
    expect(readAmount('1,200', 'en-GB', 0)).toEqual({ amount: '1200' });
    expect(readAmount('1.5', 'en-GB', 0)).toEqual({ wrong: 'decimals' });
  });

  it('is read back from how it is printed, in every language, to fifteen digits', () => {
    const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    const locales = Object.values(LANGUAGES).map(({ locale }) => locale);
    fc.assert(
      fc.property(cents, fc.constantFrom(...locales), (units, locale) => {
        const digits = (units < 0n ? -units : units).toString().padStart(3, '0');
        const amount = `${units < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(readAmount(amountText(amount, locale), locale, 2)).toEqual({ amount });
      }),
    );
  });
});
