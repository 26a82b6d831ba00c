import { chain, type EventStore, type NewFact, type RecordedFact, verifyChain } from '@quittance/event-store';
import type { Pool } from 'pg';
import { company } from '../../../../test/support/company.js';
import { startWriteSideDatabase } from '../../../../test/support/write-side.js';

// The same answer of an invoice may be written by two processes at once, and while MACs begin, or their key changes,
// not with the same bytes. The store takes the first and says to both that it has it.

let pool: Pool;
let stop: () => Promise<void>;
beforeAll(async () => ({ pool, stop } = await startWriteSideDatabase()));
afterAll(() => stop());

/** Another process is always a moment earlier, and writes no MAC. */
function overtaken(store: EventStore): EventStore {
  const append: EventStore['append'] = async (stream, expected, facts) => {
    if (facts[0]!.type === 'PaymentApplied') {
      const bare = facts.map(({ metadata: { mac: _mac, ...metadata }, ...fact }: NewFact) => ({
        ...fact,
        metadata,
      }));
      const hash = (facts[0]!.metadata as RecordedFact['metadata']).previousHash;
      await store.append(stream, expected, chain(stream, { revision: expected, hash }, bare as never));
    }
    return store.append(stream, expected, facts);
  };
  return Object.assign(Object.create(store) as EventStore, { append });
}

it('an answer that two processes wrote with and without a MAC is linked to as it lies in the store', async () => {
  await pool.query(`update vault.macs set announced_at = clock_timestamp() - interval '60 s'`);
  const seller = await company(pool, overtaken);
  const id = await seller.issue('T-1', '100.00');
  for (const amount of ['30.00', '20.00', '10.00']) await seller.pay(amount, [{ invoiceId: id, amount }]);
  const facts = (await seller.facts()).filter(({ stream }) => stream === `invoice-${id}`);
  expect(facts.map(({ type, metadata }) => [type, metadata.mac !== undefined])).toEqual([
    ['InvoiceIssued', true],
    ...Array<unknown>(3).fill(['PaymentApplied', false]),
  ]);
  await expect(verifyChain(facts)).resolves.toMatchObject({ revision: 3n });
});
