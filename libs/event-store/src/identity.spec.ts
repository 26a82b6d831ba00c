import { v5 } from 'uuid';
import { uuid5 } from './identity.js';

const NAMESPACE = '5d2f9a0e-6f0b-5f6e-9a3c-2f1c8b7f4d11';

describe('ids of natural keys', () => {
  it('are those of uuid v5 over the JSON list of the parts', () => {
    for (let i = 0; i < 500; i += 1) {
      const parts = ['main', `2026/${i}`, 'é "x" \u2010 \u{1F600}'.slice(i % 9)];
      expect(uuid5(...parts)).toBe(v5(Buffer.from(JSON.stringify(parts)), NAMESPACE));
    }
  });

  it('differ where the parts do', () => {
    expect(uuid5('a', 'b-c')).not.toBe(uuid5('a-b', 'c'));
  });
});
