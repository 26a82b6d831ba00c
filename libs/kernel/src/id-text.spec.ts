import fc from 'fast-check';
import { folded, lookAlikeForm, looksLikeSystem } from './id-text.js';

describe('An id', () => {
  it.each([
    ['R  1', 'R 1'],
    ['R\u00a01', 'R 1'],
    ['R\u2009\u3000 1', 'R 1'],
    ['R\u20101', 'R-1'],
    ['R\u20111', 'R-1'],
    ['\u00a0R-1 ', 'R-1'],
    ['e\u0301', '\u00e9'],
    ['R\u20131', 'R\u20131'], // a dash between numbers is no hyphen
    ['inv-1', 'inv-1'],
  ])('%j is stored as %j', (written, stored) => {
    expect(folded(written)).toBe(stored);
  });

  it('is folded once: what is stored stays as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (id) => folded(folded(id)) === folded(id)));
  });

  it.each([
    ['INV-1', 'inv\u20111'],
    ['Stra\u00dfe', 'STRASSE'],
    ['\u039f\u03a3', '\u03bf\u03c2'],
    ['\u00c9T\u00c9', 'e\u0301te\u0301'],
  ])('%j looks like %j', (one, other) => {
    expect(lookAlikeForm(one)).toBe(lookAlikeForm(other));
  });
  it.each([
    ['INV-1', 'INV-10'],
    ['INV-1', 'INV_1'],
    ['A', '\u0410'],
  ])('%j does not look like %j', (one, other) => {
    expect(lookAlikeForm(one)).not.toBe(lookAlikeForm(other));
  });

  it.each([
    'system:reactor',
    'System:x',
    ' SYSTEM :x',
    's\u00a0ystem:',
    '\uff53\uff59\uff53\uff54\uff45\uff4d\uff1ax',
    'system\uff1ax',
    'system\ua789x',
    'system\u2236x',
    'sy\u200bstem:x',
    '\u0455\u0443\u0455\u0442\u0435\u043c:x',
  ])('%j looks like one of the system', (id) => {
    expect(looksLikeSystem(id)).toBe(true);
  });
  it.each(['system', 'systems:x', 'ecosystem:x', 'anna', 'a:system:'])('%j does not', (id) => {
    expect(looksLikeSystem(id)).toBe(false);
  });
});
