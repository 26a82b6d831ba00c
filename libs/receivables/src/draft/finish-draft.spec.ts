import type { EventStore } from '@quittance/event-store';
import type { Pool } from 'pg';
import { type Company, company } from '../../../../test/support/company.js';
import { startWriteSideDatabase } from '../../../../test/support/write-side.js';
import { CreateDraft, FinishDraft, IssueDraft } from './draft.commands.js';

let pool: Pool;
let stop: () => Promise<void>;
beforeAll(async () => ({ pool, stop } = await startWriteSideDatabase()));
afterAll(() => stop());

/** A store that loses what it is to append to the stream of an invoice while `lost.on`. */
const losing =
  (lost: { on: boolean }) =>
  (store: EventStore): EventStore => {
    const append: EventStore['append'] = (stream, expected, facts) =>
      lost.on && stream.startsWith('invoice-')
        ? Promise.reject(new Error('the process died'))
        : store.append(stream, expected, facts);
    return Object.assign(Object.create(store) as EventStore, { append });
  };

describe('a draft whose invoice a crash left out', () => {
  const halfway = async (): Promise<{ trade: Company; draftId: string; issue: () => Promise<object> }> => {
    const lost = { on: true };
    const trade = await company(pool, losing(lost));
    const dates = { issuedOn: '2026-01-01', dueOn: '2026-01-31' };
    const fields = { customerId: 'C-1', currency: 'EUR', total: '60.00', ...dates };
    const { id: draftId } = await trade.send(CreateDraft, fields);
    const issue = () => trade.send(IssueDraft, { draftId, number: 'D-1' }, `issue ${draftId}`);
    await expect(issue()).rejects.toThrow('died');
    lost.on = false;
    return { trade, draftId, issue };
  };
  const finish = (trade: Company, draftId: string) => trade.send(FinishDraft, { draftId });
  const types = async (trade: Company, of: string): Promise<string[]> =>
    (await trade.facts()).filter(({ stream }) => stream.startsWith(of)).map(({ type }) => type);

  it('is finished once, whoever finishes it, and its request answers as if nothing had been', async () => {
    const { trade, draftId, issue } = await halfway();
    expect(await types(trade, 'invoice-')).toEqual([]);
    await Promise.all([finish(trade, draftId), finish(trade, draftId)]);
    await finish(trade, draftId);
    expect(await types(trade, 'invoice-')).toEqual(['InvoiceIssued']);
    expect(await types(trade, 'draft-')).toEqual(['DraftCreated', 'DraftIssued']);
    expect(await issue()).toMatchObject({ replayed: true, answer: { number: 'D-1' } });
  });

  it('is open again, when its number went to another in between', async () => {
    const { trade, draftId } = await halfway();
    await trade.issue('D-1', '70.00');
    await finish(trade, draftId);
    await finish(trade, draftId);
    expect(await types(trade, 'invoice-')).toEqual(['InvoiceIssued']);
    expect(await types(trade, 'draft-')).toEqual(['DraftCreated', 'DraftIssued', 'DraftReopened']);
  });
});
