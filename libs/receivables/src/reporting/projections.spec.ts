import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { addDays } from '@quittance/kernel';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { type TestDatabases, startTestDatabases } from '../../../../test/support/stores.js';
import { History } from '../../spec/history.js';
import { randomHistories } from '../../spec/random-history.js';
import { PROJECTIONS } from '../features.js';

describe('the projections of the receivables', () => {
  let stores: TestDatabases;
  let pool: Pool;
  beforeAll(async () => {
    stores = await startTestDatabases(PROJECTIONS);
    pool = openDatabase(stores.databaseUrl, { max: 2 });
  });
  beforeEach(emptied);
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
  const project = async ({ facts }: History): Promise<void> => {
    const { parked } = await (await ReadModel.open({ pool, projections: PROJECTIONS })).project(facts);
    expect(parked).toEqual([]);
  };
  const rows = async (sql: string, ...values: unknown[]) =>
    (await pool.query<Record<string, unknown>>(sql, values)).rows;

  /** Rule 7 at a business date and a position, by SQL over the lines alone. */
  const BALANCE = `
    select coalesce(sum(amount) filter (where account = 'receivable'), 0) as open,
           -coalesce(sum(amount) filter (where account = 'unapplied'), 0) as unapplied,
           -coalesce(sum(amount) filter (where account = 'pending'), 0) as pending,
           (select coalesce(sum(amount), 0) from live.control_lines where effective_on <= $1 and position <= $2) as control
    from live.ledger_lines where effective_on <= $1 and position <= $2`;

  it('keep open - unapplied - pending equal to the control, at any date and position of any history', async () => {
    const day = fc.nat(40).map((days) => addDays('2026-01-01', days));
    const cut = fc.record({ on: day, part: fc.double({ min: 0, max: 1, noNaN: true }) });
    await fc.assert(
      fc.asyncProperty(
        randomHistories,
        fc.array(cut, { minLength: 4, maxLength: 4 }),
        async (history, cuts) => {
          await emptied();
          await project(history);
          const last = history.facts.at(-1)!.position.commit;
          const whole = { on: '2026-12-31', part: 1 };
          for (const { on, part } of [...cuts, whole]) {
            const [sums] = await rows(BALANCE, on, String(BigInt(Math.round(Number(last) * part))));
            const money = (name: string) => history.money(String(sums![name]));
            const left = money('open').minus(money('unapplied')).minus(money('pending'));
            expect(left.toString()).toBe(money('control').toString());
          }
          const [now] = await rows('select coalesce(sum(open), 0) as open from live.invoices');
          const open = history.invoices.reduce((sum, one) => sum.plus(one.open), history.money('0'));
          expect(history.money(String(now!.open)).toString()).toBe(open.toString());
          const broken = await rows(
            'select id from live.payments where received <> allocated + pending + unapplied or pending < 0',
          );
          expect(broken).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('let a payment count for an invoice only from the day the invoice does', async () => {
    const history = new History();
    const invoice = history.issue('A', '100.00', { issuedOn: '2026-02-10', dueOn: '2026-03-10' });
    history.pay('130.00', '2026-02-01', [{ invoice, amount: '130.00' }]);
    await project(history);
    const at = async (on: string) => (await rows(BALANCE, on, '1000'))[0];
    expect(await at('2026-01-31')).toMatchObject({ open: '0', unapplied: '0', control: '0' });
    expect(await at('2026-02-09')).toMatchObject({ open: '0', unapplied: '130.00', control: '-130.00' });
    expect(await at('2026-02-10')).toMatchObject({ open: '0.00', unapplied: '30.00', control: '-30.00' });
  });

  it('show money as pending between the payment and the invoice’s answer, then as unapplied what it did not take', async () => {
    const history = new History();
    const [a, b] = ['A', 'B'].map((number) =>
      history.issue(number, '50.00', { issuedOn: '2026-01-01', dueOn: '2026-01-31' }, 'C9'),
    );
    const parts = [
      { invoice: a!, amount: '80.00', answered: false },
      { invoice: b!, amount: '10.00', answered: false },
    ];
    const id = history.pay('100.00', '2026-01-05', parts);
    await project(history);
    const payment = async () => (await rows('select * from live.payments'))[0];
    expect(await payment()).toMatchObject({ allocated: '0.00', pending: '90.00', unapplied: '10.00' });
    history.answer(id, a!, '80.00', '2026-01-05');
    b!.open = history.money('0.00');
    history.answer(id, b!, '10.00', '2026-01-05');
    await project(history);
    expect(await payment()).toMatchObject({
      allocated: '50.00',
      pending: '0.00',
      unapplied: '50.00',
      revision: 0n,
    });
    expect(
      await rows(
        `select a.number, coalesce(-sum(l.amount), 0.00) as applied, a.status, a.code from live.payment_allocations a
         left join live.ledger_lines l on l.invoice_id = a.invoice_id and l.account = 'receivable' and l.kind = 'cash'
         group by a.number, a.status, a.code order by 1`,
      ),
    ).toEqual([
      { number: 'A', applied: '50.00', status: 'applied', code: 'less-open' },
      { number: 'B', applied: '0.00', status: 'refused', code: 'nothing-open' },
    ]);
    const cash = await rows(
      `select party, account, -sum(amount) as sum from live.ledger_lines where account in ('unapplied', 'pending')
       group by 1, 2 order by 1, 2`,
    );
    expect(cash).toEqual([
      { party: 'C1', account: 'unapplied', sum: '50.00' },
      { party: 'C9', account: 'pending', sum: '0.00' },
    ]);
  });

  it('take the due date and the owner that count from the latest day, in whichever order they were recorded', async () => {
    const history = new History();
    const invoice = history.issue('A', '10.00', { issuedOn: '2026-01-01', dueOn: '2026-01-31' });
    history.extend(invoice, '2026-04-30', '2026-03-02');
    history.extend(invoice, '2026-03-31', '2026-02-02');
    history.assign(invoice, 'bruno', '2026-02-02');
    history.assign(invoice, 'carla', '2026-02-02');
    history.assign(invoice, 'dario', '2026-02-01');
    await project(history);
    expect(await rows('select due_on, agreed_due_on, owner_id, revision from live.invoices')).toEqual([
      { due_on: '2026-01-31', agreed_due_on: '2026-04-30', owner_id: 'carla', revision: 5n },
    ]);
    const lines = await rows('select due_on, effective_on from live.due_date_lines order by position');
    expect(lines).toEqual([
      { due_on: '2026-04-30', effective_on: '2026-03-02' },
      { due_on: '2026-03-31', effective_on: '2026-02-02' },
    ]);
  });

  it('know a person that was seen and registered, in either order', async () => {
    const history = new History();
    const seen = (personId: string) =>
      history.add(`person-${personId}`, 'PersonSeen', { personId, roles: ['clerk'], seenOn: '2026-01-02' });
    const registered = (personId: string) =>
      history.add(`person-${personId}`, 'PersonRegistered', {
        personId,
        managerId: 'boss',
        registeredOn: '2026-01-03',
        personal: { subject: `person-${personId}`, name: personId.toUpperCase() },
      });
    for (const step of [seen, registered]) step('anna');
    for (const step of [registered, seen]) step('bruno');
    await project(history);
    expect(await rows('select id, name, roles, manager_id, seen_on from live.people order by id')).toEqual(
      ['anna', 'bruno'].map((id) => ({
        id,
        name: id.toUpperCase(),
        roles: ['clerk'],
        manager_id: 'boss',
        seen_on: '2026-01-02',
      })),
    );
  });

  it('leave out only the stream whose ids no table can hold, found among all others', async () => {
    const history = new History();
    const dates = { issuedOn: '2026-01-01', dueOn: '2026-01-31' };
    const [a, b] = [history.issue('A', '10.00', dates), history.issue('B', '10.00', dates)];
    history.extend({ ...a, id: 'no uuid' }, '2026-03-31', '2026-02-01');
    history.facts.at(-1)!.stream = `invoice-${a.id}`;
    history.facts.at(-1)!.revision = 1n;
    history.extend(b, '2026-04-30', '2026-02-01');
    const model = await ReadModel.open({ pool, projections: PROJECTIONS });
    const { parked } = await model.project(history.facts);
    expect(parked.map(({ projection, stream }) => [projection, stream]).sort()).toEqual(
      ['audit', 'invoices', 'receivables'].map((projection) => [projection, `invoice-${a.id}`]),
    );
    expect(await rows('select number, agreed_due_on from live.invoices order by number')).toEqual([
      { number: 'A', agreed_due_on: '2026-01-31' },
      { number: 'B', agreed_due_on: '2026-04-30' },
    ]);
  });
});
