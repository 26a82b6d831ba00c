import type { Judge, ReadStreams } from '@quittance/event-store';
import { type Policy, UNLIMITED } from '@quittance/kernel';
import { toDecideOn } from './adjustment.references.js';

const ID = '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c';

/** What a request reads: whether it asks the tables, and how many other streams it reads as they stand now. */
async function reads(kind: 'write-off' | 'tolerance' | 'set-off', limits: Policy['limits']) {
  const asked = { judged: 0, streams: 0 };
  const judge: Judge = async () => {
    asked.judged += 1;
    return { rows: [], judgedAt: '7', behind: false };
  };
  const read: ReadStreams = {
    cached: async () => ({ issue: { customerId: 'C-1', currency: 'EUR' } }) as never,
    latest: async () => {
      asked.streams += 1;
      return undefined;
    },
    judge,
    policy: { ...UNLIMITED, limits },
  };
  await toDecideOn(read, 'main', { invoiceId: ID, kind });
  return [asked.judged, asked.streams];
}

describe('what a settlement must know', () => {
  it('is asked of the ledger only where a limit of the year is set in its currency', async () => {
    expect(await reads('write-off', {})).toEqual([0, 0]);
    expect(await reads('write-off', { writeOffPerCustomerYear: { JPY: '100' } })).toEqual([0, 0]);
    expect(await reads('write-off', { writeOffPerCustomerYear: { EUR: '100.00' } })).toEqual([1, 0]);
    expect(await reads('tolerance', { writeOffPerCustomerYear: { EUR: '100.00' } })).toEqual([0, 0]);
  });

  it('is of the customer only for what an insolvency concerns', async () => {
    expect(await reads('set-off', {})).toEqual([0, 1]);
  });
});
