import type { EventStore, Outcome } from '@quittance/event-store';
import type { Pool } from 'pg';
import { type Company, company } from '../../../../test/support/company.js';
import { story } from '../../../../test/support/story.js';
import { startWriteSideDatabase } from '../../../../test/support/write-side.js';
import { Audited, read, verify } from '../../spec/audited.js';
import { RaiseDispute, ResolveDispute } from '../dispute/dispute.commands.js';
import type { CreditNoteAnswer, CreditUndoAnswer } from './credit-note.answers.js';
import {
  ApplyCreditNote,
  IssueCreditNote,
  RefundCreditNote,
  UndoApplication,
} from './credit-note.commands.js';
import { FinishCreditNote } from './credit.commands.js';

let pool: Pool;
let stop: () => Promise<void>;
beforeAll(async () => ({ pool, stop } = await startWriteSideDatabase()));
afterAll(() => stop());

/** A store that loses what it is to append while `lost` says so. */
function losing(lost: { types: string[] }) {
  return (store: EventStore): EventStore => {
    const append: EventStore['append'] = (stream, expected, facts) =>
      lost.types.includes(facts[0]!.type)
        ? Promise.reject(new Error('the process died'))
        : store.append(stream, expected, facts);
    return Object.assign(Object.create(store) as EventStore, { append });
  };
}

const NOTE = {
  ...{ customerId: 'C-1', issuedOn: '2026-02-01', currency: 'EUR' },
  ...{ reasonCode: 'quality', reason: 'Two came broken.' },
};
const credit = (seller: Company, number: string, total: string, parts: [string, string][], key?: string) =>
  seller.send(
    IssueCreditNote,
    { ...NOTE, number, total, applications: parts.map(([invoiceId, amount]) => ({ invoiceId, amount })) },
    key,
  ) as Promise<Outcome<CreditNoteAnswer>>;
const finish = (seller: Company, creditNoteId: string) => seller.send(FinishCreditNote, { creditNoteId });
const typesOf = async (seller: Company, stream: string): Promise<string[]> =>
  (await seller.facts()).filter((fact) => fact.stream === stream).map(({ type }) => type);

describe('a crash between a credit note and the answers of invoices', () => {
  story(
    'ground',
    'H17',
    'leaves what was asked for pending, and whoever finishes it does it once',
    async (show) => {
      for (const dies of ['CreditApplied', 'CreditAnswered']) {
        const lost = { types: [dies] };
        const seller = await company(pool, losing(lost));
        const invoiceId = await seller.issue('R-1', '60.00');
        const key = `${dies} once`;
        const send = () => credit(seller, 'CN-1', '100.00', [[invoiceId, '70.00']], key);
        const first = await send().catch(() => undefined);
        const creditNoteId = (await seller.facts())
          .find(({ type }) => type === 'CreditNoteIssued')!
          .stream.slice(12);
        const refund = seller.send(RefundCreditNote, { creditNoteId, amount: '40.00', reason: 'They ask.' });
        const refused = await refund.catch(({ code }: { code: string }) => code);
        lost.types = [];
        await Promise.all([finish(seller, creditNoteId), finish(seller, creditNoteId)]);
        await finish(seller, creditNoteId);
        const again = await send();
        show({
          input: `the process dies at ${dies}; 40.00 of 100.00 are refunded; two processes finish it; the caller asks again`,
          right: [
            dies === 'CreditApplied' ? 'pending' : undefined,
            'more-than-left',
            ['CreditNoteIssued', 'CreditAnswered'],
            ['InvoiceIssued', 'CreditApplied'],
            ['applied', '60.00', '40.00'],
          ],
          got: [
            first?.answer?.applications[0]!.status,
            refused,
            await typesOf(seller, `credit-note-${creditNoteId}`),
            await typesOf(seller, `invoice-${invoiceId}`),
            [
              again.answer!.applications[0]!.status,
              again.answer!.applications[0]!.applied,
              again.answer!.onAccount,
            ],
          ],
        });
      }
    },
  );

  it('is finished the same way for an undo, whose reason goes to the invoice sealed', async () => {
    const lost = { types: ['CreditUndone'] };
    const seller = await company(pool, losing(lost));
    const invoiceId = await seller.issue('R-1', '60.00');
    const { id, answer } = await credit(seller, 'CN-1', '100.00', [[invoiceId, '60.00']]);
    const { applicationId } = answer!.applications[0]!;
    const undo = (amount: string) =>
      seller.send(UndoApplication, {
        creditNoteId: id,
        applicationId,
        amount,
        reason: 'The other site.',
      }) as Promise<Outcome<CreditUndoAnswer>>;
    expect((await undo('10.00')).answer).toMatchObject({ status: 'pending', onAccount: '40.00' });
    lost.types = [];
    await finish(seller, id);
    // A second undo of as much is no replay of the first.
    expect((await undo('10.00')).answer).toMatchObject({ status: 'undone', onAccount: '60.00' });
    expect(await typesOf(seller, `invoice-${invoiceId}`)).toEqual([
      'InvoiceIssued',
      'CreditApplied',
      'CreditUndone',
      'CreditUndone',
    ]);
    const facts = await seller.facts();
    expect(JSON.stringify(facts.map(({ data }) => data))).not.toMatch(/other site/);
    const sealed = facts
      .filter(({ data }) => 'undoId' in data && 'personal' in data)
      .map(({ data }) => data.personal);
    expect(sealed).toHaveLength(4);
    expect(sealed[1]).toEqual(sealed[0]);
  });
});

it('what is asked back upholds no dispute, though its invoice has not given it back yet', async () => {
  const lost = { types: [] as string[] };
  const trade = await company(pool, losing(lost));
  const invoiceId = await trade.issue('R-1', '60.00');
  const { id: creditNoteId, answer } = await credit(trade, 'CN-1', '60.00', [[invoiceId, '60.00']]);
  const because = { reason: 'Two came broken.' };
  const about = { invoiceId, reasonCode: 'quality', disputedOn: '2026-01-20', amount: '40.00', ...because };
  const { disputeId } = (await trade.send(RaiseDispute, about)).answer as { disputeId: string };
  const { applicationId } = answer!.applications[0]!;
  const undo = (amount: string) =>
    trade.send(UndoApplication, { creditNoteId, applicationId, amount, ...because });
  const uphold = () =>
    trade.send(ResolveDispute, { invoiceId, disputeId, outcome: 'upheld', creditNoteId, ...because });
  lost.types = ['CreditUndone'];
  await undo('20.01');
  await expect(uphold()).rejects.toMatchObject({ code: 'needs-credit-note' });
  lost.types = [];
  await finish(trade, creditNoteId);
  await trade.send(ApplyCreditNote, { creditNoteId, applications: [{ invoiceId, amount: '0.01' }] });
  await uphold();
  await expect(undo('0.01')).rejects.toMatchObject({ code: 'upholds-dispute' });
});

it('a retry is answered as the first time, whatever became of the credit note since', async () => {
  const trade = await company(pool);
  const because = { reason: 'They ask.' };
  const [one, two] = [await trade.issue('R-1', '60.00'), await trade.issue('R-2', '30.00')];
  const { id: creditNoteId, answer } = await credit(trade, 'CN-1', '100.00', [[one, '60.00']], 'issue');
  const { applicationId } = answer!.applications[0]!;
  const applications = [{ invoiceId: two, amount: '30.00' }];
  const asked = [
    () => credit(trade, 'CN-1', '100.00', [[one, '60.00']], 'issue'),
    () => trade.send(ApplyCreditNote, { creditNoteId, applications }, 'apply'),
    () => trade.send(UndoApplication, { creditNoteId, applicationId, amount: '5.00', ...because }, 'undo'),
    () => trade.send(RefundCreditNote, { creditNoteId, amount: '12.00', ...because }, 'refund'),
  ];
  const left = async (): Promise<unknown[]> => {
    const answers: unknown[] = [];
    for (const ask of asked) answers.push(((await ask()) as Outcome<CreditNoteAnswer>).answer!.onAccount);
    return answers;
  };
  const first = ['40.00', '10.00', '15.00', '3.00'];
  expect(await left()).toEqual(first);
  expect(await left()).toEqual(first);
});

it('an answer says the revision that the credit note stands at', async () => {
  const seller = await company(pool);
  const invoiceId = await seller.issue('R-1', '60.00');
  const { id, revision } = await credit(seller, 'CN-1', '100.00', [[invoiceId, '10.00']]);
  expect(revision).toBe(1n);
  const more = await seller.send(ApplyCreditNote, {
    creditNoteId: id,
    applications: [{ invoiceId, amount: '5.00' }],
  });
  expect(more.revision).toBe(3n);
});

it('an export of credit notes holds their legs and adds up, for one who knows no type', async () => {
  const audited = await Audited.start();
  try {
    const { seller } = audited;
    const invoiceId = await seller.issue('R-1', '60.00');
    const { id, answer } = await credit(seller, 'CN-1', '100.00', [[invoiceId, '50.00']]);
    const { applicationId } = answer!.applications[0]!;
    await seller.send(UndoApplication, {
      creditNoteId: id,
      applicationId,
      amount: '5.00',
      reason: 'Too much.',
    });
    await seller.send(RefundCreditNote, { creditNoteId: id, amount: '30.00', reason: 'They ask.' });
    const path = await audited.exported();
    const lines = read(path);
    expect(lines.find(({ kind, currency }) => kind === 'total' && currency === 'EUR')).toMatchObject({
      ...{ creditNotes: '1', credited: '100.00', credits: '25.00' },
      accounts: { credit: '-25.00' },
    });
    expect(verify(path).said).toMatch(/^ok: /);
  } finally {
    await audited.stop();
  }
});
