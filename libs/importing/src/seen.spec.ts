import { Repeated, SaidOfNumbers } from './seen.js';

describe('what rows say of an invoice number', () => {
  const said = (numbers: SaidOfNumbers, number: string, total: string, line: number) =>
    numbers.other(number, ['c', '2024-01-02', '2024-02-01', total], line);

  it('is compared with the first row of it, among as many as there are', () => {
    const numbers = new SaidOfNumbers();
    const others = Array.from({ length: 20_000 }, (_, i) => said(numbers, `R-${i}`, '10.00', i + 2));
    expect(others.every((other) => other === undefined)).toBe(true);
    for (let i = 0; i < 20_000; i += 997) {
      expect(said(numbers, `R-${i}`, '10.00', 99_999)).toBeUndefined();
      expect(said(numbers, `R-${i}`, '12.00', 99_999)).toEqual({ line: i + 2, differ: [3] });
    }
  });

  it('is left to the API beyond so many numbers, so that memory is bounded', () => {
    const numbers = new SaidOfNumbers(1);
    expect(said(numbers, 'R-1', '10.00', 2)).toBeUndefined();
    expect(said(numbers, 'R-1', '11.00', 3)).toBeUndefined();
  });
});

describe('texts that come again', () => {
  it('are known, among as many as there are; the others are not', () => {
    const repeated = new Repeated();
    const before = Array.from({ length: 20_000 }, (_, i) => repeated.note(`p${i}`));
    expect(before.includes(true)).toBe(false);
    expect(repeated.note('p7')).toBe(true);
    expect([repeated.has('p7'), repeated.has('p8'), repeated.has('never')]).toEqual([true, false, false]);
  });
});
