import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonical } from './canonical.js';

describe('the RFC 8785 form of JSON', () => {
  it('is byte for byte what the reference implementation makes of any JSON value', () => {
    const text = fc.string({ unit: 'binary' });
    const json = fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 });
    const named = fc.dictionary(text, json, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.oneof(json, named), (value) => {
        expect(canonical(value)).toBe(canonicalize(value));
      }),
      { numRuns: 200 },
    );
  });

  it('sorts names by their UTF-16 units, numbers among them as texts', () => {
    const names = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '10': 4,
      '2': 5,
      '\u{1f600}': 6,
      '\u0080': 7,
      ö: 8,
      '': 9,
    };
    expect(canonical(names)).toBe(canonicalize(names));
    expect(canonical({ '2': 0, '10': 0 })).toBe('{"10":0,"2":0}');
  });

  it('leaves out fields that JSON leaves out', () => {
    expect(canonical({ b: undefined, a: [undefined, null, 1e21, -0] })).toBe('{"a":[null,null,1e+21,0]}');
  });
});
