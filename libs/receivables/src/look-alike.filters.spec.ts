import { folded } from '@quittance/kernel';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { startWriteSideDatabase } from '../../../test/support/write-side.js';

let pool: Pool;
let stop: () => Promise<void>;
beforeAll(async () => ({ pool, stop } = await startWriteSideDatabase()));
afterAll(() => stop());

describe('folding an id', () => {
  it('is the same in PostgreSQL as in the processes', async () => {
    const blank = fc.constantFrom(
      ' ',
      '\u00a0',
      '\u2009',
      '\u3000',
      '\u202f',
      '\u2010',
      '\u2011',
      'e\u0301',
      'R',
      '漢',
    );
    const ids = fc.sample(
      fc.array(blank, { maxLength: 12 }).map((parts) => parts.join('')),
      500,
    );
    const more = fc
      .sample(fc.string({ unit: 'grapheme' }), 500)
      .filter((id) => !/[\0\p{C}\p{Zl}\p{Zp}]/u.test(id));
    const { rows } = await pool.query<{ folded: string }>(
      'select projector.folded(id) from unnest($1::text[]) with ordinality as t (id, place) order by place',
      [[...ids, ...more]],
    );
    expect(rows.map((row) => row.folded)).toEqual([...ids, ...more].map(folded));
  });
});
