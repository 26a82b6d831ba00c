import { join } from 'node:path';
import { Vault, verifyChain } from '@quittance/event-store';
import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { PROJECTIONS } from '../features.js';
import { startTestDatabases } from '../../../../test/support/stores.js';
import { putKeys, recordedHistory } from '../../../../test/histories/recorded-history.js';

// Credit notes as the release that first had them wrote them, with the keys of that day.

const history = recordedHistory<never>(join(__dirname, 'credit-note.samples.json'));
const { facts } = history;

it('a history with credit notes verifies by its chains', async () => {
  for (const stream of new Set(facts.map((fact) => fact.stream)))
    await verifyChain(facts.filter((fact) => fact.stream === stream));
});

it('a history with credit notes projects, and comes to what it came to', async () => {
  const stores = await startTestDatabases(PROJECTIONS);
  const pool = openDatabase(stores.databaseUrl, { max: 2 });
  await putKeys(pool, history);
  const readModel = await ReadModel.open({ pool, projections: PROJECTIONS, opener: new Vault(pool) });
  expect(await readModel.project(facts)).toMatchObject({ facts: facts.length, parked: [] });
  const rows = async (sql: string) => (await pool.query<Record<string, unknown>>(sql)).rows;
  const notes =
    await rows(`select number, counts_on, total::text, applied::text, refunded::text, cancelled::text,
                                   on_account::text, unanswered, reason from live.credit_notes order by number`);
  const invoices = await rows('select number, open::text, paid::text from live.invoices order by number');
  const [ledger] =
    await rows(`select sum(amount) filter (where account in ('receivable', 'unapplied', 'pending', 'credit'))::text as held,
                                      (select sum(amount)::text from live.control_lines) as control from live.ledger_lines`);
  await pool.end();
  await stores.stop();
  const reason = 'Two of ten came broken.';
  expect(notes).toEqual([
    {
      ...{ number: 'CN-1', counts_on: '2026-02-01', total: '122.00', applied: '50.00', refunded: '0.00' },
      ...{ cancelled: '0.00', on_account: '72.00', unanswered: 0, reason },
    },
    {
      ...{ number: 'CN-2', counts_on: '2026-02-10', total: '7.00', applied: '0.00', refunded: '0.00' },
      ...{ cancelled: '7.00', on_account: '0.00', unanswered: 0, reason },
    },
  ]);
  expect(invoices).toEqual([
    { number: 'F-1', open: '50.00', paid: '0.00' },
    { number: 'F-2', open: '0.00', paid: '10.00' },
  ]);
  expect(ledger).toEqual({ held: '-22.00', control: '-22.00' });
});
