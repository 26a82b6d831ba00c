import { contentHash, type KnownAxis, ProjectorWatch } from '@quittance/reading';
import { ProblemError } from '@quittance/http';
import { Ledger } from '../../spec/ledger.js';
import type { AgingAnswer } from './aging.answer.js';
import { AgingQueries } from './aging.queries.js';
import type { AgingQuestion } from './aging.question.js';
import { knownAxis } from './axis.js';

const minutesAfter = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * 60_000);

describe('the two time axes', () => {
  let ledger: Ledger;
  let axis: KnownAxis;
  let aging: AgingQueries;
  beforeAll(async () => {
    ledger = await Ledger.open();
    const clock = { now: () => new Date(), today: () => '2026-06-30' };
    axis = knownAxis(ledger.pool, new ProjectorWatch(ledger.pool), clock);
    aging = new AgingQueries(ledger.pool, axis);
  });
  beforeEach(async () => {
    await ledger.clear();
    await ledger.customer('C', 'Carli');
    await ledger.issue('1', { total: '100.00', dueOn: '2026-03-31', owner: 'maria' });
  });
  afterAll(() => ledger.close());

  const ask = async (question: AgingQuestion): Promise<AgingAnswer> =>
    aging.page(question, await aging.place(question));

  describe('a fact recorded after asOf that counts from before it', () => {
    const asOf = '2026-04-15';
    const cases: [
      string,
      AgingQuestion,
      () => Promise<Date>,
      (answer: AgingAnswer) => unknown,
      unknown,
      unknown,
    ][] = [
      [
        'a back-dated payment',
        { by: 'customer' },
        () => ledger.pay('P', '40.00', '2026-04-10', { 1: '40.00' }),
        ({ currencies: [total] }) => total!.open,
        '100.00',
        '60.00',
      ],
      [
        'an extension',
        { by: 'customer' },
        () => ledger.extend('1', '2026-05-31', '2026-04-01'),
        ({ currencies: [total] }) => [total!.buckets.not_due!.amount, total!.extended],
        ['0.00', '0.00'],
        ['100.00', '100.00'],
      ],
      [
        'a reassignment',
        { by: 'owner' },
        () => ledger.assign('1', 'otto', '2026-04-01'),
        ({ rows }) => rows.map(({ key }) => key),
        ['maria'],
        ['otto'],
      ],
      [
        'a customer’s name',
        { by: 'customer' },
        () => ledger.customer('C', 'Carli e figli'),
        ({ rows }) => rows.map(({ name }) => name),
        ['Carli'],
        ['Carli e figli'],
      ],
    ];
    it.each(cases)(
      '%s is left out before it was recorded and in from then on; the same question, the same bytes',
      async (_name, question, happen, seen, without, withIt) => {
        const before = await ledger.beat();
        const first = await ask({ ...question, asOf, knownAt: before });
        expect(seen(first)).toEqual(without);
        await happen();
        const after = await ledger.beat();
        const second = await ask({ ...question, asOf, knownAt: after });
        expect(seen(second)).toEqual(withIt);

        await ledger.pay('later', '1.00', '2026-04-01', { 1: '1.00' });
        await ledger.extend('1', '2026-12-31', '2026-04-02');
        await ledger.assign('1', 'zoe', '2026-04-02');
        await ledger.beat();
        for (const [knownAt, answer] of [
          [before, first],
          [after, second],
        ] as const) {
          const again = await ask({ ...question, asOf, knownAt });
          expect(JSON.stringify(again)).toBe(JSON.stringify(answer));
          expect(contentHash(again)).toBe(contentHash(answer));
        }
      },
    );
  });

  it('lets an extension count from the day it was granted, and a reassignment from the day assigned', async () => {
    await ledger.extend('1', '2026-05-31', '2026-04-10');
    await ledger.assign('1', 'otto', '2026-04-10');
    await ledger.beat();
    const on = async (asOf: string): Promise<unknown> => {
      const { currencies, rows } = await ask({ asOf, by: 'owner' });
      return [currencies[0]!.overdue, rows[0]!.key];
    };
    expect(await on('2026-04-09')).toEqual(['100.00', 'maria']);
    expect(await on('2026-04-10')).toEqual(['0.00', 'otto']);
  });

  it('takes of two extensions the one granted last, and of one day the one recorded last', async () => {
    await ledger.extend('1', '2026-07-31', '2026-04-10');
    await ledger.extend('1', '2026-05-31', '2026-04-05');
    await ledger.beat();
    const due = async (asOf: string): Promise<boolean> =>
      (await ask({ asOf })).currencies[0]!.overdue === '0.00';
    expect(await due('2026-06-15')).toBe(true);
    await ledger.extend('1', '2026-06-01', '2026-04-10');
    await ledger.beat();
    expect(await due('2026-06-15')).toBe(false);
  });

  it('takes a fact recorded exactly at knownAt, and none a millisecond later', async () => {
    const recorded = await ledger.pay('P', '40.00', '2026-04-10', { 1: '40.00' });
    await ledger.beat();
    const open = async (knownAt: Date): Promise<string> =>
      (await ask({ asOf: '2026-04-15', knownAt })).currencies[0]!.open;
    expect(await open(recorded)).toBe('60.00');
    expect(await open(new Date(recorded.getTime() - 1))).toBe('100.00');
  });

  describe('without knownAt', () => {
    it('answers everything projected, and the same bytes when asked again with the instant answered', async () => {
      await ledger.pay('P', '40.00', '2026-04-10', { 1: '40.00' });
      await ledger.beat();
      const now = await ask({ asOf: '2026-04-15' });
      expect(now).toMatchObject({ currencies: [{ open: '60.00' }] });
      expect(await ask({ asOf: '2026-04-15' })).toEqual(now);
      await ledger.pay('Q', '10.00', '2026-04-10', { 1: '10.00' });
      await ledger.beat();
      expect(await ask({ asOf: '2026-04-15', knownAt: new Date(now.knownAt) })).toEqual(now);
      expect(await ask({ asOf: '2026-04-15' })).toMatchObject({ currencies: [{ open: '50.00' }] });
    });

    it('leaves out, and says so, what a projector that stands still cannot say to be complete', async () => {
      await ledger.beat();
      await ledger.pay('P', '40.00', '2026-04-10', { 1: '40.00' });
      const place = await axis.place({});
      expect(place.stale).toBe(true);
      const answer = await ask({ asOf: '2026-04-15' });
      expect(answer).toMatchObject({ currencies: [{ open: '100.00' }] });
      await ledger.beat();
      const again = await ask({ asOf: '2026-04-15', knownAt: new Date(answer.knownAt) });
      expect(again).toEqual(answer);
    });

    it('waits for the heartbeat it asked for', async () => {
      await ledger.beat();
      await ledger.pay('P', '40.00', '2026-04-10', { 1: '40.00' });
      const listener = await ledger.pool.connect();
      listener.once('notification', () => void ledger.beat());
      await listener.query('listen quittance_heartbeat');
      const { stale } = await axis.place({});
      expect(stale).toBe(false);
      expect(await ask({ asOf: '2026-04-15' })).toMatchObject({ currencies: [{ open: '60.00' }] });
      await listener.query('unlisten *');
      listener.release();
    });

    it('takes today for asOf', async () => {
      await ledger.beat();
      expect(await ask({})).toMatchObject({ asOf: '2026-06-30' });
    });
  });

  it('refuses a knownAt in the future, by the real clock', async () => {
    await expect(axis.place({ knownAt: minutesAfter(new Date(), 1) })).rejects.toMatchObject({
      kind: 'invalid',
      errors: [{ field: '/knownAt', rule: 'not-in-future' }],
    });
  });

  it('answers 503 when the projector has not passed knownAt in five seconds', async () => {
    const knownAt = minutesAfter(await ledger.beat(), 600);
    const refused = await axis.place({ knownAt }).catch((error: ProblemError) => error);
    expect(refused).toMatchObject({ status: 503, headers: { 'Retry-After': '5' } });
  });

  it('cuts stated facts on the instant their history states, all others on the recorded one', async () => {
    ledger.stated = '2013-06-30T10:00:00.000Z';
    await ledger.issue('old', { total: '10.00', issuedOn: '2013-06-01', dueOn: '2013-06-30' });
    ledger.stated = '2013-08-02T10:00:00.000Z';
    await ledger.pay('P', '10.00', '2013-07-15', { old: '10.00' });
    ledger.stated = undefined;
    await ledger.beat();
    const known = 'stated' as const;
    const at = (knownAt: string): Promise<AgingAnswer> =>
      ask({ asOf: '2013-07-31', knownAt: new Date(knownAt), known });
    expect(await at('2013-06-30T09:59:59Z')).toMatchObject({ known, currencies: [], knownPosition: '0' });
    expect(await at('2013-07-31T00:00:00Z')).toMatchObject({ known, currencies: [{ open: '10.00' }] });
    expect(await at('2013-08-02T10:00:00Z')).toMatchObject({ known, currencies: [{ open: '0.00' }] });
    const recorded = await ask({ asOf: '2013-07-31', knownAt: new Date('2013-07-31T00:00:00Z') });
    expect(recorded).toMatchObject({ known: 'recorded', currencies: [], knownPosition: '0' });
    expect(await ask({ known })).toMatchObject({ currencies: [{ open: '100.00' }] });
  });
});
