import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { Bind, Cut } from '@quittance/reading';
import en from '../../../../apps/web/src/words/en/work.js';
import { Ledger } from '../../spec/ledger.js';
import { startReading } from '../../spec/reading.js';
import { published } from '../manifest/published.js';
import { why } from './why.sql.js';

describe('why something is to be done', () => {
  let ledger: Ledger;
  let reading: Awaited<ReturnType<typeof startReading>>;
  beforeAll(async () => {
    ledger = await Ledger.open();
    reading = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' });
  });
  afterAll(async () => {
    await reading.app.close();
    await ledger.close();
  });

  it('is a sentence with its values, as texts, and leaves out what is not known', async () => {
    const columns = why('disputed: {code}[, {amount} by {answerBy}]', {
      ...{ code: 'v.code', amount: 'v.amount', answerBy: 'v.answer_by' },
    });
    const { rows } = await ledger.pool.query(
      `select ${columns} from (values ('quality', 60.00, date '2026-05-01'), ('price', 7.10, null)) v (code, amount, answer_by)`,
    );
    expect(rows).toEqual([
      {
        why: 'disputed: quality, 60.00 by 2026-05-01',
        params: { code: 'quality', amount: '60.00', answerBy: '2026-05-01' },
      },
      { why: 'disputed: price', params: { code: 'price', amount: '7.10' } },
    ]);
  });

  it('has the values that the page names, for each kind', () => {
    const cut = new Cut(new Bind(), { asOf: '2026-06-30' });
    expect(published().work.length).toBeGreaterThan(15);
    for (const { kind, relation } of published().work) {
      const word = kind.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
      const values = /jsonb_build_object\((.*)\)\) as params/s.exec(relation(cut))![1]!;
      const given = [...values.matchAll(/'(\w+)', \(/g)].map(([, name]) => name);
      expect([kind, namesIn(parse(en.whyOf[word as keyof typeof en.whyOf]))]).toEqual([kind, given.sort()]);
    }
  });
});

/** What a message names, each once. */
function namesIn(parts: readonly MessageFormatElement[]): string[] {
  const names = parts.flatMap((part): string[] => {
    if (part.type === TYPE.literal || part.type === TYPE.pound) return [];
    const within =
      'options' in part ? Object.values(part.options).flatMap(({ value }) => namesIn(value)) : [];
    return [part.value, ...within];
  });
  return [...new Set(names)].sort();
}
