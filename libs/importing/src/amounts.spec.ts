import fc from 'fast-check';
import { decimalsOf, Money } from '@quittance/kernel';
import { amountReader } from './amounts.js';

const plain = amountReader({ decimal: '.', thousands: '' });
const german = amountReader({ decimal: ',', thousands: '.' });
const swiss = amountReader({ decimal: '.', thousands: "'" });
const french = amountReader({ decimal: ',', thousands: ' ' });

describe('an amount in a file', () => {
  it.each([
    [plain, '55.94', 'EUR', '55.94'],
    [plain, '55.9', 'EUR', '55.90'],
    [plain, '55', 'EUR', '55.00'],
    [plain, '0055.940', 'EUR', '55.94'],
    [plain, '1200', 'JPY', '1200'],
    [plain, '1.2345', 'CLF', '1.2345'],
    [german, '1.234.567,8', 'EUR', '1234567.80'],
    [german, '1234567,80', 'EUR', '1234567.80'],
    [swiss, "1'234.50", 'CHF', '1234.50'],
    [swiss, '1\u2019234.50', 'CHF', '1234.50'],
    [french, '1\u202f234,50', 'EUR', '1234.50'],
    [french, '1\u00a0234,50', 'EUR', '1234.50'],
  ])('is read with its separators and padded to the currency (%#)', (read, text, currency, amount) => {
    expect(read(text, currency)).toBe(amount);
  });

  it.each([
    [plain, '1,234.50', 'must be an amount'],
    [plain, '-5.00', 'no sign'],
    [plain, '+5.00', 'no sign'],
    [plain, '1e3', 'must be an amount'],
    [plain, '5.', 'must be an amount'],
    [plain, '.5', 'must be an amount'],
    [plain, '5.001', 'at most 2 decimals in EUR'],
    [plain, '€ 5.00', 'must be an amount'],
    [plain, '٣', 'must be an amount'],
    [plain, '1234567890123456', 'at most 15 digits'],
    [german, '1.00', 'must be an amount'],
    [german, '12.34.567', 'must be an amount'],
    [german, '.123', 'must be an amount'],
    [french, '1  234', 'must be an amount'],
  ])('is refused rather than guessed (%#)', (read, text, rule) => {
    expect(() => read(text, 'EUR')).toThrow(rule);
  });

  it('survives being written with any separators', () => {
    const form = fc.constantFrom(
      ...([',', '.'] as const).flatMap((decimal) =>
        ['', '.', ',', ' ', "'"]
          .filter((sign) => sign !== decimal)
          .map((thousands) => ({ decimal, thousands })),
      ),
    );
    const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF');
    const units = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n });
    fc.assert(
      fc.property(units, currency, form, (units, currency, form) => {
        const decimals = decimalsOf(currency);
        const digits = units.toString().padStart(decimals + 1, '0');
        const whole = digits.slice(0, digits.length - decimals);
        const fraction = decimals ? digits.slice(-decimals) : '';
        const written =
          whole.replace(/\B(?=(\d{3})+$)/g, form.thousands) + (fraction && form.decimal + fraction);
        const exact = Money.of(whole + (fraction && `.${fraction}`), currency).toString();
        expect(amountReader(form)(written, currency)).toBe(exact);
      }),
    );
  });
});
