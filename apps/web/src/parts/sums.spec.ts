import { isAboveZero, less, lesserOf, shareOf, sumOf } from './sums';

describe('what is worked out of amounts', () => {
  it('adds up to the last cent', () => {
    expect(sumOf(['0.10', '0.20', '-1.00'])).toBe('-0.70');
    expect(sumOf(['9007199254740993.01', '0.01'])).toBe('9007199254740993.02');
    expect(sumOf([])).toBe('0');
  });

  it('knows the length of a bar', () => {
    expect([shareOf('25.00', '100.00'), shareOf('1.00', '0.00')]).toEqual([250, 0]);
  });

  it('knows the smaller one, what is left, and what is above zero', () => {
    expect([lesserOf('2.00', '10.00'), lesserOf('-1.00', '0.00')]).toEqual(['2.00', '-1.00']);
    expect(less('1.00', '0.40', '0.70')).toBe('-0.10');
    expect(['0.00', '-0.01', '0.01'].map(isAboveZero)).toEqual([false, false, true]);
  });
});
