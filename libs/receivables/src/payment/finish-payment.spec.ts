import { createHash } from 'node:crypto';
import {
  chain,
  type EventStore,
  type NewFact,
  type Outcome,
  type RecordedFact,
  uuid5,
} from '@quittance/event-store';
import type { Pool } from 'pg';
import { type Company, company } from '../../../../test/support/company.js';
import { story } from '../../../../test/support/story.js';
import { startWriteSideDatabase } from '../../../../test/support/write-side.js';
import type { PaymentAnswer } from './payment.answers.js';
import { AllocatePayment, FinishPayment } from './payment.commands.js';

let pool: Pool;
let stop: () => Promise<void>;
beforeAll(async () => ({ pool, stop } = await startWriteSideDatabase()));
afterAll(() => stop());

type Lost = { types: string[] };

/** A store that loses what it is to append while `lost` says so. */
const losing =
  (lost: Lost) =>
  (store: EventStore): EventStore => {
    const append: EventStore['append'] = (stream, expected, facts) =>
      lost.types.includes(facts[0]!.type)
        ? Promise.reject(new Error('the process died'))
        : store.append(stream, expected, facts);
    return Object.assign(Object.create(store) as EventStore, { append });
  };

/** A store to which invoices answer as in the first release: no id of the part, no day but that of the payment. */
const formerly =
  (lost: Lost) =>
  (store: EventStore): EventStore => {
    const append: EventStore['append'] = (stream, expected, facts) => {
      if (lost.types.includes(facts[0]!.type)) return Promise.reject(new Error('the process died'));
      const [{ data, metadata }] = facts as unknown as [RecordedFact];
      if (!('requestedOn' in data) || !stream.startsWith('invoice-') || lost.types.length === 0)
        return store.append(stream, expected, facts);
      const { allocationId: _id, requestedOn: _on, ...then } = data;
      const bare = facts.map((fact: NewFact) => ({
        ...fact,
        data: then,
        metadata: { ...metadata, schema: 1 },
      }));
      return store.append(
        stream,
        expected,
        chain(stream, { revision: expected, hash: metadata.previousHash }, bare),
      );
    };
    return Object.assign(Object.create(store) as EventStore, { append });
  };

const allocate = (trade: Company, paymentId: string, parts: [string, string][], key?: string) =>
  trade.send(
    AllocatePayment,
    { paymentId, allocations: parts.map(([invoiceId, amount]) => ({ invoiceId, amount })) },
    key,
  ) as Promise<Outcome<PaymentAnswer>>;
const typesOf = async (trade: Company, stream: string): Promise<string[]> =>
  (await trade.facts()).filter((fact) => fact.stream === stream).map(({ type }) => type);

story(
  'life',
  'B2',
  'Money recorded by an earlier release is free once its invoices have said what they took',
  async (show) => {
    const lost = { types: ['AllocationAnswered'] };
    const trade = await company(pool, formerly(lost));
    const [one, two] = [await trade.issue('R-1', '60.00'), await trade.issue('R-2', '100.00')];
    await expect(trade.pay('100.00', [{ invoiceId: one, amount: '90.00' }])).rejects.toThrow('died');
    const { stream, id: _received } = (await trade.facts()).find(({ type }) => type === 'PaymentReceived')!;
    const paymentId = stream.slice('payment-'.length);
    const applied = (await trade.facts()).find(({ type }) => type === 'PaymentApplied')!;
    const named = { invoiceId: one, paymentId, payerId: 'C-1', requested: '90.00', currency: 'EUR' };
    const body = JSON.stringify(
      Object.fromEntries(Object.entries({ ...named, receivedOn: '2026-02-01' }).sort()),
    );
    show({
      input: 'what an invoice was asked for, and answered, as the first release has it',
      right: [createHash('sha256').update(body).digest('hex'), uuid5(paymentId, one), undefined, 1],
      got: [
        applied.metadata.commandHash,
        uuid5(paymentId, one),
        applied.data.allocationId,
        applied.metadata.schema,
      ],
    });
    lost.types = [];
    const { answer } = await allocate(trade, paymentId, [[two, '40.00']]);
    show({
      input: 'of 100.00, 90.00 were meant for an invoice that took 60.00; now 40.00 are allocated to another',
      right: [
        [['applied', '40.00']],
        '0.00',
        ['PaymentReceived', 'AllocationAnswered', 'AllocationRequested', 'AllocationAnswered'],
      ],
      got: [
        answer!.allocations.map((part) => [part.status, part.applied]),
        answer!.unapplied,
        await typesOf(trade, stream),
      ],
    });
  },
);

describe('a crash between a payment and the answers of invoices', () => {
  it.each(['PaymentApplied', 'AllocationAnswered'])(
    'at %s leaves what was asked for pending, and whoever finishes it does it once',
    async (dies) => {
      const lost: Lost = { types: [] };
      const trade = await company(pool, losing(lost));
      const invoiceId = await trade.issue('R-1', '60.00');
      const { id } = await trade.pay('100.00', []);
      lost.types = [dies];
      const send = () => allocate(trade, id, [[invoiceId, '70.00']], `${dies} once`);
      const first = await send().catch(() => undefined);
      expect(first?.answer).toEqual(
        dies === 'AllocationAnswered'
          ? undefined
          : {
              allocations: [expect.objectContaining({ status: 'pending', applied: '0.00' })],
              unapplied: '30.00',
            },
      );
      const other = await trade.issue('R-2', '60.00');
      const more = () => allocate(trade, id, [[other, '40.00']]);
      await expect(more()).rejects.toMatchObject({ code: 'more-than-free' });
      lost.types = [];
      const finish = () => trade.send(FinishPayment, { paymentId: id });
      await Promise.all([finish(), finish()]);
      await finish();
      expect(await typesOf(trade, `payment-${id}`)).toEqual([
        ...['PaymentReceived', 'AllocationRequested', 'AllocationAnswered'],
      ]);
      expect(await typesOf(trade, `invoice-${invoiceId}`)).toEqual(['InvoiceIssued', 'PaymentApplied']);
      const again = await send();
      expect(again).toMatchObject({ replayed: true, answer: { unapplied: '40.00' } });
      expect(again.answer!.allocations).toMatchObject([
        { status: 'applied', applied: '60.00', code: 'less-open' },
      ]);
      expect((await more()).answer).toMatchObject({ unapplied: '0.00' });
    },
  );

  it('is finished by the next command that needs what is free', async () => {
    const lost: Lost = { types: ['AllocationAnswered'] };
    const trade = await company(pool, losing(lost));
    const [one, two] = [await trade.issue('R-1', '60.00'), await trade.issue('R-2', '60.00')];
    const { id } = await trade.pay('100.00', []);
    await allocate(trade, id, [[one, '100.00']]).catch(() => undefined);
    lost.types = [];
    expect((await allocate(trade, id, [[two, '40.00']])).answer).toMatchObject({ unapplied: '0.00' });
  });
});

it('a retry is answered as the first time, whatever became of the payment since', async () => {
  const trade = await company(pool);
  const [one, two] = [await trade.issue('R-1', '60.00'), await trade.issue('R-2', '30.00')];
  const { id } = await trade.pay('100.00', []);
  const asked = [
    () => allocate(trade, id, [[one, '70.00']], 'first'),
    () => allocate(trade, id, [[two, '20.00']], 'second'),
  ];
  const left = async (): Promise<unknown[]> => {
    const answers: unknown[] = [];
    for (const ask of asked) answers.push((await ask()).answer!.unapplied);
    return answers;
  };
  expect(await left()).toEqual(['40.00', '20.00']);
  expect(await left()).toEqual(['40.00', '20.00']);
});
