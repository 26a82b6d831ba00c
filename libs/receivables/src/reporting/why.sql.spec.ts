import { Ledger } from '../../spec/ledger.js';
import { why } from './why.sql.js';

it('a thing to do has its sentence and the values of it, as texts, and leaves out what is not known', async () => {
  const ledger = await Ledger.open();
  const columns = why('disputed: {code}[, {amount} by {answerBy}]', {
    ...{ code: 'v.code', amount: 'v.amount', answerBy: 'v.answer_by' },
  });
  const { rows } = await ledger.pool.query(
    `select ${columns} from (values ('quality', 60.00, date '2026-05-01'), ('price', 7.10, null)) v (code, amount, answer_by)`,
  );
  await ledger.close();
  expect(rows).toEqual([
    {
      why: 'disputed: quality, 60.00 by 2026-05-01',
      params: { code: 'quality', amount: '60.00', answerBy: '2026-05-01' },
    },
    { why: 'disputed: price', params: { code: 'price', amount: '7.10' } },
  ]);
});
