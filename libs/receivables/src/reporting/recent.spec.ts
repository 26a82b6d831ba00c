import { Bind, Cut, type KnownAxis, type Place, ProjectorWatch } from '@quittance/reading';
import { Ledger } from '../../spec/ledger.js';
import type { GroupRow } from './group-row.js';
import { agingSql } from './aging.sql.js';
import type { Basis } from './buckets.js';
import { knownAxis } from './axis.js';
import { isRecent } from './recent.sql.js';

const THIRDS: [string, string][] = [
  ['2026-03-31', '30.00'],
  ['2026-04-30', '30.00'],
  ['2026-05-31', '30.00'],
];

describe('a report of a place close to the present', () => {
  let ledger: Ledger;
  let axis: KnownAxis;
  const instants: Date[] = [];
  const dates = ['2026-01-31', '2026-03-01', '2026-03-31', '2026-04-02', '2026-04-20', '2026-06-30'];

  beforeAll(async () => {
    ledger = await Ledger.open();
    await ledger.clear();
    const clock = { now: () => new Date(), today: () => '2026-06-30' };
    axis = knownAxis(ledger.pool, new ProjectorWatch(ledger.pool), clock);
    const steps: (() => Promise<unknown>)[] = [
      () =>
        ledger.issue('1', { customer: 'A', total: '100.00', issuedOn: '2026-01-10', dueOn: '2026-02-28' }),
      () => ledger.issue('2', { customer: 'B', total: '50.00', issuedOn: '2026-03-15', dueOn: '2026-03-31' }),
      () => ledger.pay('P', '30.00', '2026-04-01', { 1: '30.00' }, 'A'),
      () => ledger.extend('1', '2026-05-31', '2026-04-10'),
      // Recorded later, counts from earlier.
      () => ledger.extend('1', '2026-04-15', '2026-03-20'),
      () => ledger.pay('Q', '50.00', '2026-03-30', { 2: '50.00' }, 'B'),
      // The only one of its currency and customer, and it counts from a day to come.
      () =>
        ledger.issue('3', {
          customer: 'C',
          total: '900',
          currency: 'JPY',
          issuedOn: '2026-06-01',
          dueOn: '2026-07-01',
        }),
      () => ledger.assign('1', 'maria', '2026-04-18'),
      // Recorded later, counts from earlier; and another that counts from a day to come.
      () => ledger.assign('1', 'otto', '2026-04-05'),
      () => ledger.assign('2', 'maria', '2026-06-15'),
      () => ledger.pay('R', '80.00', '2026-04-20', { 1: '70.00' }, 'A'),
      () =>
        ledger.issue('in parts', {
          customer: 'A',
          total: '90.00',
          issuedOn: '2026-03-01',
          instalments: THIRDS,
        }),
      () => ledger.extend('in parts', '2026-07-31', '2026-05-02', 'asked', 2),
      () => ledger.pay('S', '40.00', '2026-05-10', { 'in parts': '40.00' }, 'A'),
      () => ledger.extend('in parts', '2026-06-15', '2026-04-10'),
      // Money of a currency that nothing was in before.
      () => ledger.receive('T', '70.00', '2026-05-20', {}, { currency: 'CHF' }),
    ];
    for (const step of steps) {
      await step();
      instants.push(await ledger.beat());
    }
  });
  afterAll(() => ledger.close());

  const report = async (
    place: Place,
    basis: Basis,
    by: 'customer' | 'owner' | undefined,
    recent: boolean,
  ) => {
    const bind = new Bind();
    const asked = { basis, ends: [30, 60], by, rows: by && {}, totals: true, recent, apart: true };
    const text = agingSql(bind, new Cut(bind, place), asked);
    // Named: of a statement that is asked a hundred times most of the work is its plan.
    const name = [basis, by, recent].join();
    const { rows } = await ledger.pool.query<GroupRow>({ name, text, values: bind.values });
    return rows;
  };
  const exact = (rows: GroupRow[]): object[] =>
    rows.map(({ counts, amounts, rank, key, name, currency, ...money }) => [
      ...[rank, key, name, currency, counts, amounts.map(Number)],
      ...Object.values(money).map(Number),
    ]);

  it.each(['agreed', 'contractual', 'issued'] as const)(
    'is the same from what stands now, less what was touched since, as from all lines: by %s',
    async (basis) => {
      let compared = 0;
      for (const knownAt of instants) {
        for (const asOf of dates) {
          const place = await axis.place({ asOf, knownAt });
          for (const by of [undefined, 'customer', 'owner'] as const) {
            const lines = exact(await report(place, basis, by, false));
            expect([knownAt, asOf, by, exact(await report(place, basis, by, true))]).toEqual([
              ...[knownAt, asOf, by, lines],
            ]);
            compared += lines.length;
          }
        }
      }
      expect(compared).toBeGreaterThan(100);
    },
  );

  it('is one only where the store’s own time cuts, and where nothing is parked', async () => {
    const place = await axis.place({ asOf: '2026-06-30', knownAt: instants.at(-1)! });
    expect(await isRecent(ledger.pool, place)).toBe(true);
    expect(await isRecent(ledger.pool, { ...place, known: 'stated' })).toBe(false);
    await ledger.pool.query(
      `insert into projector.parked (projection, stream, revision, position, type, error)
       values ('invoices', 'invoice-1', 1, 1, 'PaymentApplied', 'broken')`,
    );
    expect(await isRecent(ledger.pool, place)).toBe(false);
    await ledger.pool.query('delete from projector.parked');
  });
});
