import fc from 'fast-check';
import { v5 } from 'uuid';
import { uuid5 } from './identity.js';

const NAMESPACE = '5d2f9a0e-6f0b-5f6e-9a3c-2f1c8b7f4d11';

describe('name-based ids', () => {
  it('stay what they were: stream names hang on them', () => {
    expect(uuid5('main', 'customer', 'C-1001')).toBe('d796dad6-7159-571f-9be7-43c7aa4885d7');
  });

  it('are uuids of version 5 over the JSON list of their parts, whatever characters these hold', () => {
    const part = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        expect(uuid5(...parts)).toBe(v5(JSON.stringify(parts), NAMESPACE));
      }),
    );
  });

  it('differ where the same letters are parted otherwise', () => {
    expect(uuid5('a', 'b-c')).not.toBe(uuid5('a-b', 'c'));
  });
});
