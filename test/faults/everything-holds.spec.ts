import { randomUUID } from 'node:crypto';
import { chain, CHAIN_START } from '@quittance/event-store';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { unbalanced } from './support/books/books-balance.js';
import { paymentsOf } from './support/books/payments.js';
import { everythingHolds } from './support/everything-holds.js';
import { rngFor } from './support/seed.js';
import { Workload } from './support/workload.js';

// The helper that every fault is judged by is itself put to the test: it must see what it is for.

let quittance: Quittance;
beforeAll(async () => {
  quittance = await startQuittance();
  const workload = await new Workload(await quittance.as(['manager', 'clerk']), rngFor('helper')).open();
  const { id } = await workload.issue('10.00');
  const day = '2025-06-01';
  const payment = { amount: '9.00', currency: 'EUR', receivedOn: day };
  for (const _ of [1, 2, 3])
    await workload.send('payments', { ...payment, allocations: [{ invoiceId: id, amount: '8.00' }] });
  await workload.send(`invoices/${id}/owner`, { ownerId: 'mara', reason: 'Holidays', assignedOn: day });
  const extension = { agreedDueOn: '2025-07-01', reason: 'Asked for time', grantedOn: day };
  await workload.send(`invoices/${(await workload.issue('20.00')).id}/extensions`, extension);
  await workload.actions(40);
});
afterAll(() => quittance?.stop());

const holds = () => everythingHolds(quittance);
const sql = (text: string) => quittance.pool.query(text);

describe('everything holds', () => {
  it('after a time of ordinary business, in every table', async () => {
    const { facts, streams, rows, opened } = await holds();
    expect(facts).toBe((await quittance.facts()).length);
    expect(streams).toBeGreaterThan(10);
    expect(rows).toBeGreaterThan(facts);
    const refused = Array.from(paymentsOf(opened).values(), ({ parts, allocated }) =>
      [...parts.values()].reduce((sum, { requested }) => sum.plus(requested), allocated.negated()).toFixed(2),
    );
    expect(refused.slice(0, 3)).toEqual(['0.00', '6.00', '8.00']);
  });

  it('and every table has a balance', () => {
    expect(unbalanced()).toEqual([]);
  });
});

describe('it does not hold, and the place is named', () => {
  const tampered: [what: string, change: string, back: string, said: RegExp][] = [
    [
      'when one amount of one row is another',
      `update live.invoices set open = open + 0.01 where number = 'F-1'`,
      `update live.invoices set open = open - 0.01 where number = 'F-1'`,
      /^2 differences.*\n +live\.invoices \S+ open: live "\d+\.\d+", fresh "\d+\.\d+"\n +live\.invoices \S+: what is open.*: is F-1, .*, must be F-1, .*$/,
    ],
    [
      'when a name was changed',
      `update live.party_lines set name = name || '!' where party_id = 'C-1'`,
      `update live.party_lines set name = 'Rossi' where party_id = 'C-1'`,
      /live\.party_lines \d+ name: live "Rossi!", fresh "Rossi"/,
    ],
    [
      'when a fact of the mirror was changed',
      `update mirror.facts set data = replace(data::text, '"EUR"', '"USD"')::json where type = 'InvoiceIssued'`,
      `update mirror.facts set data = replace(data::text, '"USD"', '"EUR"')::json where type = 'InvoiceIssued'`,
      /mirror\.facts invoice-\S+ 0 data: store .*"EUR".*, mirror .*"USD"/,
    ],
    [
      'when the read side says that a stream has come further',
      `update projector.streams set revision = revision + 1 where stream like 'customer-%'`,
      `update projector.streams set revision = revision - 1 where stream like 'customer-%'`,
      /projector\.streams customer-\S+ revision: expected 0, found 1/,
    ],
    [
      'when it counted a fact twice',
      'update projector.state set facts = facts + 1',
      'update projector.state set facts = facts - 1',
      /projector\.state facts: expected \d+, found \d+$/,
    ],
    [
      'when a fact is missing in the mirror',
      `create table kept as select * from mirror.facts order by position desc limit 1;
       delete from mirror.facts where position in (select position from kept)`,
      'insert into mirror.facts select * from kept; drop table kept',
      /^1 differences .*\n +mirror\.facts lacks \S+ \d+ at \d+$/,
    ],
    [
      'when the mirror has a fact that the store does not have',
      `insert into mirror.facts select position + 1000000, prepare, 'invoice-made-up', 0, id, type, data, metadata,
         recorded_at, recorded_max from mirror.facts order by position desc limit 1`,
      `delete from mirror.facts where stream = 'invoice-made-up'`,
      /^1 differences .*\n +mirror\.facts invoice-made-up 0: not in the store$/,
    ],
    [
      'when a row is missing',
      `create table kept as select * from live.ledger_lines where due_on is not null limit 1;
       delete from live.ledger_lines l using kept where l.position = kept.position and l.line = kept.line`,
      'insert into live.ledger_lines select * from kept; drop table kept',
      /live\.ledger_lines \d+ \d: missing, but in the fresh table\n.*live\.ledger_lines \S+ 2025-\S+: what is open on each invoice, by day: is nothing, must be /,
    ],
  ];
  it.each(tampered)('%s', async (_what, change, back, said) => {
    await sql(change);
    await expect(holds()).rejects.toThrow(said);
    await sql(back);
  });

  it('and holds again when all of it is put back', async () => {
    await holds();
  });

  it('when a chain is broken in the store itself', async () => {
    const seen = (await quittance.facts()).find(({ type }) => type === 'PersonSeen')!;
    const { previousHash: _none, ...metadata } = seen.metadata;
    const forge = async (stream: string, change: object, data: object): Promise<void> => {
      const [fact] = chain(stream, CHAIN_START, [{ ...seen, id: randomUUID(), metadata }]);
      const forged = {
        ...fact!,
        data: { ...fact!.data, ...data },
        metadata: { ...fact!.metadata, ...change },
      };
      expect(await quittance.store.append(stream, 'none', [forged])).toMatchObject({ result: 'appended' });
    };
    await forge('person-forged-1', {}, { personId: 'eve' });
    await forge('person-forged-2', { previousHash: '0'.repeat(64) }, {});
    const error = await holds().catch((thrown: Error) => thrown.message);
    expect(error).toMatch(/^2 differences \(FAULTS_SEED=\d+\)\n/);
    expect(error).toMatch(
      /the chain of person-forged-1 is broken at revision 0: its content is not what was hashed/,
    );
    expect(error).toMatch(
      /the chain of person-forged-2 is broken at revision 0: it does not link to the fact before/,
    );
  });

  it('when the projector does not come to the end of the log', async () => {
    await quittance.projector.stop();
    const caller = await quittance.as(['manager', 'clerk']);
    await caller.done('/v1/customers', { customerId: 'C-9', name: 'Verdi' });
    await expect(everythingHolds({ ...quittance, patience: 50 })).rejects.toThrow(
      /^the projector stands at \d+, the log ends at \d+$/,
    );
  });
});
