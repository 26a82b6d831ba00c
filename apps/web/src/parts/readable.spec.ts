import { readable } from './readable';

it('a name cannot turn around what a sentence says behind it; letters of either direction stay', () => {
  expect(readable('\u202eissoR paid 100.00 EUR')).toBe('issoR paid 100.00 EUR');
  expect(readable('שלום \u2067x\u2069 100.00')).toBe('שלום x 100.00');
});
