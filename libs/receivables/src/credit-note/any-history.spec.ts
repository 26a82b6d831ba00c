import { Money } from '@quittance/kernel';
import { openDatabase } from '@quittance/process';
import { ReadModel } from '@quittance/read-model';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { startTestDatabases, type TestDatabases } from '../../../../test/support/stores.js';
import { type Credits, randomCredits } from '../../spec/random-credits.js';
import { CONTROLS, legsOf, PROJECTIONS } from '../features.js';
import { ACCOUNTS } from '../ledger/accounts.js';
import { addedBy, type AnyControls } from '../ledger/control.js';

interface Amount {
  amount: Money;
  on: string;
  party: string | null;
}
const euros = (amounts: readonly { amount: Money }[]): string =>
  Money.sum(
    amounts.map(({ amount }) => amount),
    'EUR',
  ).toString();
/** Of a seed, so that what is counted below is always the same. */
const OFTEN = { numRuns: 50, seed: 11 };

describe('any history of credit notes', () => {
  const seen = new Map<string, number>();

  it('has legs that sum to zero a fact and day, and comes to its control on every day at every position', () => {
    fc.assert(
      fc.property(randomCredits, ({ facts, told }) => {
        for (const one of told) seen.set(one, (seen.get(one) ?? 0) + 1);
        const inner: Amount[] = [];
        const control: Amount[] = [];
        const days = [
          ...new Set(facts.flatMap(({ type, data }) => legsOf({ type, data }).map(({ on }) => on))),
        ];
        for (const { type, data } of facts) {
          const legs = legsOf({ type, data });
          for (const day of days) expect(euros(legs.filter(({ on }) => on === day))).toBe('0.00');
          inner.push(...legs.filter(({ account }) => ACCOUNTS[account] === 'inner'));
          control.push(...addedBy((CONTROLS as AnyControls)[type], data));
          for (const day of days) {
            const until = (amounts: Amount[]): string => euros(amounts.filter(({ on }) => on <= day));
            expect(until(inner)).toBe(until(control));
          }
        }
      }),
      OFTEN,
    );
    // Each command was taken and refused often enough that this says something.
    for (const what of [
      ...['IssueCreditNote', 'ApplyCreditNote', 'UndoApplication', 'RefundCreditNote'],
      ...['ReverseCreditRefund', 'CancelCreditNote', 'ApplyCredit', 'UndoCredit'],
    ])
      expect({ what, often: (seen.get(`${what} taken`) ?? 0) > 5 }).toEqual({ what, often: true });
    for (const what of [
      'ApplyCreditNote more-than-left',
      'RefundCreditNote more-than-left',
      'CancelCreditNote in-use',
    ])
      expect({ what, often: (seen.get(what) ?? 0) > 5 }).toEqual({ what, often: true });
  });

  it('leaves of each credit note what its own stream says: total = applied + refunded + on account + cancelled', () => {
    fc.assert(
      fc.property(randomCredits, (history) => {
        const legs = history.facts.flatMap(({ type, data }) => legsOf({ type, data }));
        for (const { id, state } of history.notes) {
          const mine = legs.filter(({ account, document }) => account === 'credit' && document === id);
          const left = mine.reduce((sum, { amount }) => sum.minus(amount), Money.zero('EUR'));
          expect(left.isNegative).toBe(false);
          expect(state.creditNote!.free).toBe(left.toString());
        }
        for (const { id, open } of history.invoices) {
          const mine = legs.filter(({ account, invoice }) => account === 'receivable' && invoice === id);
          expect(euros(mine)).toBe(open.toString());
          expect(open.isNegative).toBe(false);
        }
      }),
      OFTEN,
    );
  });
});

describe('credit notes in the read model', () => {
  let stores: TestDatabases;
  let pool: Pool;
  beforeAll(async () => {
    stores = await startTestDatabases(PROJECTIONS);
    pool = openDatabase(stores.databaseUrl, { max: 2 });
  });
  afterAll(async () => {
    await pool.end();
    await stores.stop();
  });

  const TABLES = PROJECTIONS.flatMap(({ tables }) => tables.map(({ name }) => name));
  async function emptied(): Promise<void> {
    const live = TABLES.map((name) => `delete from live.${name}`).join('; ');
    await pool.query(`${live}; delete from mirror.facts; delete from projector.streams;
      delete from projector.parked; delete from projector.state; insert into projector.state default values`);
  }
  /** All tables, whatever order their rows lie in. */
  async function tables(): Promise<unknown> {
    const all = TABLES.map((name) => `select '${name}' as name, to_jsonb(t) as row from live.${name} t`);
    return (await pool.query(`${all.join(' union all ')} order by 1, 2`)).rows;
  }
  const project = async (...batches: Credits['facts'][]): Promise<void> => {
    const model = await ReadModel.open({ pool, projections: PROJECTIONS });
    for (const facts of batches) expect((await model.project(facts)).parked).toEqual([]);
  };

  it('are the same however often and in whatever batches their facts are delivered', async () => {
    await fc.assert(
      fc.asyncProperty(randomCredits, fc.nat(), fc.nat(), async (history, end, again) => {
        const { facts } = history;
        await emptied();
        await project(facts);
        const once = await tables();
        await emptied();
        const cut = end % facts.length;
        await project(facts.slice(0, cut), facts.slice(Math.max(0, cut - (again % 10))), facts);
        expect(await tables()).toEqual(once);
      }),
      { numRuns: 10 },
    );
  });

  it('stand as the sums of their lines, and wait for no answer that came', async () => {
    await fc.assert(
      fc.asyncProperty(randomCredits, async (history) => {
        await emptied();
        await project(history.facts);
        const { rows } = await pool.query<Record<string, string>>(
          `select n.id, n.on_account, n.pending, n.unanswered, n.total - n.applied - n.refunded - n.cancelled as rest,
                  (select -coalesce(sum(amount), 0) from live.ledger_lines
                   where document_id = n.id and account = 'credit') as lines
           from live.credit_notes n`,
        );
        expect(rows).toHaveLength(history.notes.length);
        for (const { id, on_account: left, pending, unanswered, rest, lines } of rows) {
          const free = Money.of(
            history.notes.find((note) => note.id === id)!.state.creditNote!.free,
            'EUR',
          ).toString();
          expect([left, rest, lines].map((amount) => Money.of(amount!, 'EUR').toString())).toEqual([
            free,
            free,
            free,
          ]);
          expect([Number(pending), unanswered]).toEqual([0, 0]);
        }
        const { rows: open } = await pool.query<{ id: string; open: string }>(
          'select id, open from live.invoices',
        );
        for (const { id, open: left } of open)
          expect(Money.of(left, 'EUR').toString()).toBe(
            history.invoices.find((invoice) => invoice.id === id)!.open.toString(),
          );
      }),
      { numRuns: 10 },
    );
  });
});
