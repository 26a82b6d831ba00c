import { type PaymentHabit, toneBy, toneOf } from './habit.kinds.js';

const habit = (settled: number, onTime: number, late: number, broken = 0): PaymentHabit => ({
  ...{ settled, onTime, late, broken },
});

describe('the tone that how a customer paid suggests', () => {
  it.each([
    ['nothing is known of them', habit(0, 0, 0), 'formal'],
    ['two paid on time are too few', habit(2, 2, 0), 'formal'],
    ['three paid on time', habit(3, 3, 0), 'friendly'],
    ['four of five on time, none late', habit(5, 4, 0), 'friendly'],
    ['three of four on time', habit(4, 3, 0), 'formal'],
    ['nine of ten on time, but one came late', habit(10, 9, 1), 'formal'],
    ['half came late', habit(4, 2, 2), 'formal'],
    ['more than half came late', habit(5, 2, 3), 'firm'],
    ['two that came late are too few', habit(2, 0, 2), 'formal'],
    ['a promise was broken, whatever else', habit(10, 10, 0, 1), 'firm'],
  ])('%s: %j is %s', (_why, of, tone) => expect(toneBy(of)).toBe(tone));

  it('A tone that the policy names stays', () => {
    const step = { key: 'due+3', days: 3, kind: 'remind', approval: 'never' } as const;
    expect(toneOf({ ...step, tone: 'friendly' }, habit(5, 2, 3))).toBe('friendly');
    expect(toneOf(step, habit(5, 2, 3))).toBe('firm');
  });
});
