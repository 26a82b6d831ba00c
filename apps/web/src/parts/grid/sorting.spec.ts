import { sortAfter, sortTo } from './sorting';

describe('the order of a list', () => {
  it('turns with each click: smallest first, largest first, none', () => {
    expect(sortAfter(undefined, 'open', false)).toBe('open');
    expect(sortAfter('open', 'open', false)).toBe('-open');
    expect(sortAfter('-open', 'open', false)).toBeUndefined();
    expect(sortAfter('-open', 'number', false)).toBe('number');
    expect(sortAfter('-open', 'number', true)).toBe('-open,number');
  });

  it('takes a column one way, behind the others or alone, and lets it go', () => {
    expect(sortTo('-open,number', 'number', 'down', true)).toBe('-open,-number');
    expect(sortTo('-open,number', 'open', 'up', false)).toBe('open');
    expect(sortTo('-open,number', 'open', undefined, true)).toBe('number');
    expect(sortTo('-open', 'open', undefined, true)).toBeUndefined();
  });
});
