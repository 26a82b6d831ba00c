import { ProjectorWatch } from '@quittance/reading';
import { Ledger } from '../../spec/ledger.js';
import type { Aged, AgingAnswer } from './aging.answer.js';
import { AgingQueries } from './aging.queries.js';
import type { AgingQuestion } from './aging.question.js';
import { knownAxis } from './axis.js';

describe('the aging report', () => {
  let ledger: Ledger;
  let aging: AgingQueries;
  beforeAll(async () => {
    ledger = await Ledger.open();
    const clock = { now: () => new Date(), today: () => '2026-06-30' };
    const axis = knownAxis(ledger.pool, new ProjectorWatch(ledger.pool), clock);
    aging = new AgingQueries(ledger.pool, axis);
  });
  beforeEach(() => ledger.clear());
  afterAll(() => ledger.close());

  const ask = async (question: AgingQuestion): Promise<AgingAnswer> => {
    const known = (question.known ?? question.knownAt) ? {} : { knownAt: await ledger.beat() };
    const asked = { ...known, ...question };
    return aging.page(asked, await aging.place(asked));
  };
  const euros = async (question: AgingQuestion): Promise<Aged> => {
    const { currencies } = await ask(question);
    expect(currencies.map(({ currency }) => currency)).toEqual(['EUR']);
    return currencies[0]!;
  };
  /** Every identity that holds in any answer. */
  const holds = ({ currencies, rows }: AgingAnswer): void => {
    for (const part of [...currencies, ...rows]) expect(part).toMatchObject({ balanced: true });
    for (const total of currencies) {
      const mine = rows.filter(({ currency }) => currency === total.currency);
      const columns: ((part: Aged) => string)[] = [
        ...(['open', 'overdue', 'extended', 'unapplied', 'pending', 'control'] as const).map(
          (name) => (part: Aged) => part[name],
        ),
        ...Object.keys(total.buckets).flatMap((name) => [
          (part: Aged) => part.buckets[name]!.amount,
          (part: Aged) => `${part.buckets[name]!.count}.00`,
        ]),
      ];
      const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));
      for (const of of columns) {
        expect(String(mine.reduce((sum, row) => sum + cents(of(row)), 0n))).toBe(String(cents(of(total))));
      }
    }
  };

  describe('ages by days since the due date', () => {
    it.each([
      ['2026-03-31', 0, 'not_due'],
      ['2026-04-01', 1, '1-30'],
      ['2026-04-30', 30, '1-30'],
      ['2026-05-01', 31, '31-60'],
      ['2026-05-30', 60, '31-60'],
      ['2026-05-31', 61, '61-90'],
      ['2026-06-29', 90, '61-90'],
      ['2026-06-30', 91, '90+'],
    ])('as of %s, %i days after it, in %s', async (asOf, days, bucket) => {
      await ledger.issue('1', { total: '100.00', dueOn: '2026-03-31' });
      const { buckets, overdue } = await euros({ asOf });
      const filled = Object.entries(buckets).filter(([, { count }]) => count > 0);
      expect(filled).toEqual([[bucket, { count: 1, amount: '100.00' }]]);
      expect(overdue).toBe(days > 0 ? '100.00' : '0.00');
    });

    it('knows the list 30,60 with 61 days and more last', async () => {
      await ledger.issue('1', { total: '1.00', dueOn: '2026-01-01' });
      await ledger.issue('2', { total: '2.00', dueOn: '2026-05-01' });
      const { buckets } = await euros({ asOf: '2026-06-30', buckets: [30, 60] });
      expect(Object.keys(buckets)).toEqual(['not_due', '1-30', '31-60', '61+']);
      expect(buckets['61+']).toEqual({ count: 1, amount: '1.00' });
      expect(buckets['31-60']).toEqual({ count: 1, amount: '2.00' });
    });

    it('by days since issue has no bucket for what is not due', async () => {
      await ledger.issue('1', { total: '1.00', issuedOn: '2026-05-31', dueOn: '2026-12-31' });
      await ledger.issue('2', { total: '2.00', issuedOn: '2026-05-30', dueOn: '2026-06-01' });
      const { buckets, overdue } = await euros({ asOf: '2026-06-30', basis: 'issued' });
      expect(Object.keys(buckets)).toEqual(['0-30', '31-60', '61-90', '90+']);
      expect(buckets).toMatchObject({ '0-30': { amount: '1.00' }, '31-60': { amount: '2.00' } });
      expect(overdue).toBe('2.00');
    });
  });

  it('adds a customer’s invoices up, and all customers’ to the total', async () => {
    await ledger.customer('A', 'Alfa');
    await ledger.issue('1', { customer: 'A', total: '100.00', dueOn: '2026-03-31' });
    await ledger.issue('2', { customer: 'A', total: '85.00', dueOn: '2026-03-31' });
    const answer = await ask({ asOf: '2026-03-31', by: 'customer' });
    expect(answer.rows).toMatchObject([{ key: 'A', name: 'Alfa', open: '185.00' }]);
    expect(answer.currencies).toMatchObject([{ open: '185.00', control: '185.00' }]);
    holds(answer);
  });

  it('keeps an invoice of which one cent is open, and drops one that is settled', async () => {
    await ledger.issue('1', { total: '100.00', dueOn: '2026-03-31' });
    await ledger.issue('2', { total: '50.00', dueOn: '2026-03-31' });
    await ledger.pay('P', '149.99', '2026-04-02', { 1: '99.99', 2: '50.00' });
    expect(await euros({ asOf: '2026-04-02' })).toMatchObject({
      open: '0.01',
      buckets: { '1-30': { count: 1, amount: '0.01' } },
      control: '0.01',
      balanced: true,
    });
  });

  it('shows money without an invoice as unapplied, under its payer', async () => {
    await ledger.customer('A');
    await ledger.receive('P', '1000.00', '2026-04-02', {}, { payer: 'A' });
    await ledger.receive('Q', '7.00', '2026-04-02');
    const answer = await ask({ asOf: '2026-04-02', by: 'customer' });
    expect(answer.rows).toMatchObject([
      { key: 'A', open: '0.00', unapplied: '1000.00', control: '-1000.00' },
      { key: null, name: null, unapplied: '7.00', control: '-7.00' },
    ]);
    holds(answer);
  });

  it('leaves what an invoice cannot take unapplied with the payer, also when that is not the customer', async () => {
    await ledger.issue('1', { customer: 'A', total: '100.00', dueOn: '2026-03-31' });
    await ledger.pay('P', '130.00', '2026-04-02', { 1: '120.00' }, 'B');
    await ledger.pay('Q', '5.00', '2026-04-03', { 1: '5.00' });
    const answer = await ask({ asOf: '2026-04-03', by: 'customer' });
    expect(answer.rows).toMatchObject([
      { key: 'A', open: '0.00', unapplied: '5.00' },
      { key: 'B', open: '0.00', unapplied: '30.00' },
    ]);
    holds(answer);
  });

  it('shows money as pending under the invoice’s customer until the invoice answers', async () => {
    await ledger.issue('1', { customer: 'A', total: '100.00', dueOn: '2026-03-31' });
    const before = await ledger.beat();
    await ledger.receive('P', '60.00', '2026-04-02', { 1: '50.00' }, { payer: 'B' });
    const between = await ledger.beat();
    await ledger.settle('P', '1', '50.00', '2026-04-02', 'B');
    const by = 'customer' as const;
    const seen = async (knownAt?: Date): Promise<object> => {
      const answer = await ask({ asOf: '2026-04-05', by, knownAt });
      holds(answer);
      return answer.rows.map(({ key, open, pending, unapplied }) => [key, open, pending, unapplied]);
    };
    expect(await seen(before)).toEqual([['A', '100.00', '0.00', '0.00']]);
    expect(await seen(between)).toEqual([
      ['A', '100.00', '50.00', '0.00'],
      ['B', '0.00', '0.00', '10.00'],
    ]);
    expect(await seen(await ledger.beat())).toEqual([
      ['A', '50.00', '0.00', '0.00'],
      ['B', '0.00', '0.00', '10.00'],
    ]);
  });

  it('counts money paid before the issue as unapplied until then', async () => {
    await ledger.issue('1', { customer: 'A', total: '100.00', issuedOn: '2026-05-10', dueOn: '2026-06-10' });
    await ledger.pay('P', '40.00', '2026-05-02', { 1: '40.00' });
    const early = await ask({ asOf: '2026-05-05', by: 'customer' });
    expect(early.rows).toMatchObject([{ key: 'A', open: '0.00', unapplied: '40.00', control: '-40.00' }]);
    const later = await ask({ asOf: '2026-05-10', by: 'customer' });
    expect(later.rows).toMatchObject([{ key: 'A', open: '60.00', unapplied: '0.00', control: '60.00' }]);
    [early, later].forEach(holds);
  });

  it('keeps currencies apart, each with its own decimals', async () => {
    await ledger.issue('1', { customer: 'A', total: '100', currency: 'JPY', dueOn: '2026-03-31' });
    await ledger.issue('2', { customer: 'A', total: '1.500', currency: 'BHD', dueOn: '2026-03-31' });
    const answer = await ask({ asOf: '2026-04-05', by: 'customer' });
    expect(answer.currencies).toMatchObject([
      { currency: 'BHD', open: '1.500', unapplied: '0.000' },
      { currency: 'JPY', open: '100', unapplied: '0' },
    ]);
    expect(answer.rows.map(({ key, currency }) => [key, currency])).toEqual([
      ['A', 'BHD'],
      ['A', 'JPY'],
    ]);
    expect(answer.rows).toMatchObject([{ balanced: true }, { balanced: true }]);
  });

  it('puts an invoice under its owner, and unapplied money under the customer’s default owner', async () => {
    await ledger.person('otto', 'Otto');
    await ledger.customer('A', 'Alfa', 'otto');
    await ledger.customer('B');
    await ledger.issue('1', { customer: 'A', total: '100.00', dueOn: '2026-03-31', owner: 'maria' });
    await ledger.issue('2', { customer: 'B', total: '10.00', dueOn: '2026-03-31', owner: 'otto' });
    await ledger.pay('P', '45.00', '2026-04-02', { 1: '40.00' });
    await ledger.receive('Q', '3.00', '2026-04-02', {}, { payer: 'B' });
    await ledger.receive('R', '4.00', '2026-04-02', { 1: '4.00' });
    const answer = await ask({ asOf: '2026-04-05', by: 'owner' });
    expect(
      answer.rows.map(({ key, name, open, unapplied, pending }) => [key, name, open, unapplied, pending]),
    ).toEqual([
      ['maria', null, '60.00', '0.00', '0.00'],
      ['otto', 'Otto', '10.00', '5.00', '4.00'],
      [null, null, '0.00', '3.00', '0.00'],
    ]);
    holds(answer);
  });

  it('pages rows without losing or doubling one, at the instant of the first page', async () => {
    for (const name of ['D', 'A', 'C', 'B', 'E']) {
      await ledger.issue(name, { customer: name, total: '1.00', dueOn: '2026-03-31' });
    }
    await ledger.receive('Q', '7.00', '2026-04-02');
    const question = { asOf: '2026-04-05', by: 'customer' as const, limit: 2 };
    let page = await ask(question);
    const first = page;
    await ledger.issue('F', { customer: 'F', total: '1.00', dueOn: '2026-03-31' });
    await ledger.beat();
    const keys = page.rows.map(({ key }) => key);
    while (page.next) {
      const asked = { ...question, cursor: page.next };
      page = await aging.page(asked, await aging.place(asked));
      expect(page.knownAt).toBe(first.knownAt);
      expect(page.currencies).toEqual(first.currencies);
      keys.push(...page.rows.map(({ key }) => key));
    }
    expect(keys).toEqual(['A', 'B', 'C', 'D', 'E', null]);
    const asked = { ...question, by: 'owner' as const, cursor: first.next! };
    await expect(aging.place(asked)).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('shows a break between buckets and control instead of hiding it', async () => {
    await ledger.issue('1', { total: '100.00', dueOn: '2026-03-31' });
    await ledger.pool.query(`update live.control_lines set amount = amount + 0.01`);
    expect(await euros({ asOf: '2026-04-05' })).toMatchObject({
      open: '100.00',
      control: '100.01',
      balanced: false,
    });
  });

  it('shows a sum that is not that of its lines', async () => {
    await ledger.issue('1', { total: '100.00', dueOn: '2026-03-31' });
    await ledger.pool.query(`update live.control_days set amount = amount + 0.01`);
    const { currencies, rows } = await ask({ asOf: '2026-04-05', by: 'owner' });
    expect([...currencies, ...rows]).toMatchObject([{ control: '100.00' }, { control: '100.00' }]);
    expect(await euros({ asOf: '2026-04-05' })).toMatchObject({ control: '100.01', balanced: false });
  });
});
