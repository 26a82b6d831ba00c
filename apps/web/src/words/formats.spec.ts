import { amountText, dayText, instantText } from './formats';

describe('figures, days and instants', () => {
  it('prints an amount in groups, with its own decimals and a real minus', () => {
    expect(amountText('1039.47', 'it-IT')).toBe('1.039,47');
    expect(amountText('-1234.50', 'en-GB')).toBe('−1,234.50');
    expect(amountText('9007199254740993.01', 'de-DE')).toBe('9.007.199.254.740.993,01');
    expect(amountText('1200', 'en-GB')).toBe('1,200');
  });

  it('prints a day without a zone, and an instant with one', () => {
    expect(dayText('2026-05-15', 'en-GB')).toBe('15 May 2026');
    expect(dayText('2026-05-15', 'it-IT')).toBe('15 mag 2026');
    expect(instantText('2026-04-02T09:00:00Z', 'en-GB', 'Europe/Rome')).toBe('2 Apr 2026, 11:00:00 CEST');
    expect(dayText('no day', 'en-GB')).toBe('no day');
  });
});
