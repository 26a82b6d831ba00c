import { type Balances, balancesIn, putKeys, recordedHistory } from '../histories/recorded-history.js';
import { everythingHolds } from './support/everything-holds.js';
import { Processes } from './support/processes.js';

interface Item {
  id: string;
  number: string;
  open: string;
  paid: string;
  agreedDueOn: string;
  ownerId: string;
  revision: number;
}

const history = recordedHistory<Balances>('first-release');

describe('F14: facts of the first release under the processes of today', () => {
  let processes: Processes;
  let url: string;
  beforeAll(async () => {
    processes = await Processes.start();
    ({ url } = await processes.api());
    await putKeys(processes.pool, history);
    // As they lie in the files of that release: byte for byte, in their order, whatever today's commands would write.
    for (const { stream, revision, id, type, data, metadata } of history.facts) {
      const expected = revision === 0n ? 'none' : revision - 1n;
      const { result } = await processes.store.append(stream, expected, [{ id, type, data, metadata }]);
      expect(result).toBe('appended');
    }
    await processes.projector().atWork();
    await processes.projected(history.facts.length);
  });
  afterAll(() => processes?.stop());

  it('have the balances of that day, also over HTTP', async () => {
    expect(await balancesIn(processes.pool)).toEqual(history.balances);

    const analyst = await processes.as(url, 'analyst');
    const { body } = await analyst.get<{ items: Item[] }>('/v1/invoices?sort=number');
    expect(
      body.items.map(({ number, open, paid, agreedDueOn, ownerId }) => [
        number,
        open,
        paid,
        agreedDueOn,
        ownerId,
      ]),
    ).toEqual(
      history.balances.invoices.map((row) => [
        row.number,
        row.open,
        row.paid,
        row.agreed_due_on,
        row.owner_id,
      ]),
    );
    await everythingHolds({ databaseUrl: processes.databases.databaseUrl, store: processes.store });
  });

  it('are gone on with: a payment settles what they left open, and the chain of hashes goes on', async () => {
    const clerk = await processes.as(url, ['clerk', 'manager']);
    const { body } = await clerk.get<{ items: Item[] }>('/v1/invoices?sort=number');
    const invoice = body.items.find(({ open }) => open !== '0.00')!;
    const before = await processes.facts();
    const { position } = await clerk.done('/v1/payments', {
      ...{ amount: invoice.open, currency: 'EUR', receivedOn: '2026-11-20' },
      allocations: [{ invoiceId: invoice.id, amount: invoice.open }],
    });
    const settled = (await clerk.get<Item>(`/v1/invoices/${invoice.id}`, position)).body;
    expect(settled).toMatchObject({ open: '0.00', revision: invoice.revision + 1 });
    const written = (await processes.facts()).slice(before.length);
    const last = before.filter(({ stream }) => stream === `invoice-${invoice.id}`).at(-1)!;
    const applied = written.find(({ stream }) => stream === last.stream)!;
    expect(applied.metadata.previousHash).toBe(last.metadata.hash);
    await everythingHolds({ databaseUrl: processes.databases.databaseUrl, store: processes.store });
  });
});
