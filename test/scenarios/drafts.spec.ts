import { randomUUID } from 'node:crypto';
import { CommandHandler, IdempotencyGuard, Vault } from '@quittance/event-store';
import { aboutFact, HALF_ISSUED, IssueDraft, ROUTES } from '@quittance/receivables';
import { useInvoices } from '../support/around-invoices.js';
import { ENTITY, type Written } from '../support/quittance.js';
import { story } from '../support/story.js';

// An invoice is written, changed and approved before it is issued: until then nothing of it is owed.

const its = useInvoices();
const { customer, of, refused } = its;

type Issued = Written & { number: string; invoiceId: string };
type Body = Record<string, unknown>;

const draft = async (customerId: string, change: object = {}): Promise<string> => {
  const fields = { customerId, issuedOn: its.due, dueOn: its.today, currency: 'EUR', total: '100.00' };
  return (await its.clerk.done('/v1/drafts', { ...fields, notes: 'By hand.', ...change })).id;
};
const path = (id: string, step: string): string => `/v1/drafts/${id}/${step}`;

story(
  'life',
  'A2',
  'A draft is changed until it is issued, under a number or the next one of a series',
  async (show) => {
    const customerId = await customer('C-draft');
    const [first, second, third] = [
      await draft(customerId),
      await draft(customerId),
      await draft(customerId),
    ];
    const early = await of<Body>(`/v1/drafts/${first}`);
    const owed = (await of<{ balances: Body[] }>(`/v1/customers/${customerId}`)).balances;
    await its.clerk.done(path(first, 'changes'), {
      total: '120.00',
      notes: null,
      work: { project: 'Bridge' },
    });
    const wrong = await refused(its.clerk, path(first, 'changes'), { net: '1.00', vat: '1.00' });
    const key = randomUUID();
    const one = await its.clerk.done<Issued>(path(first, 'issue'), { series: 'DR-' }, { key });
    const again = await its.clerk.done<Issued>(path(first, 'issue'), { series: 'DR-' }, { key });
    await its.invoiceNumbered('DR-0002', customerId);
    await its.invoiceNumbered('dr-0003', customerId);
    const two = await its.clerk.done<Issued>(path(second, 'issue'), { series: 'DR-' });
    const taken = await refused(its.clerk, path(third, 'issue'), { number: 'DR-0001' });
    const alike = await refused(its.clerk, path(third, 'issue'), { number: 'dr-0001' });
    const open = await of<Body>(`/v1/drafts/${third}`);
    await its.clerk.done(path(third, 'discard'), { reason: 'The order was cancelled.' });
    const invoice = await of<Body>(`/v1/invoices/${one.invoiceId}`);
    const { items } = await of<{ items: Body[] }>(`/v1/drafts?customerId=${customerId}&sort=number`);
    show({
      input:
        'three drafts: the first changed and issued, and asked for once more under its key, then one more of its series, of which a number was given by hand and another looks like one; the third discarded',
      right: {
        early: ['draft', '100.00', 'By hand.', []],
        wrong: [422, 'invalid'],
        numbers: ['DR-0001', 'DR-0001', 'DR-0004'],
        refused: [
          [409, 'number-taken'],
          [409, 'looks-alike'],
          ['draft', null],
        ],
        invoice: ['120.00', null, { project: 'Bridge' }, 'issued'],
        issued: [409, 'draft-issued'],
        discarded: [409, 'draft-discarded'],
        all: ['discarded', 'issued', 'issued'],
      },
      got: {
        early: [early.status, early.total, early.notes, owed],
        wrong,
        numbers: [one.number, again.number, two.number],
        refused: [taken, alike, [open.status, open.number]],
        invoice: [invoice.total, invoice.notes, invoice.work, invoice.document],
        issued: await refused(its.clerk, path(first, 'changes'), { total: '1.00' }),
        discarded: await refused(its.clerk, path(third, 'issue'), { number: 'DR-9' }),
        all: items.map(({ status }) => status),
      },
    });
  },
);

story(
  'life',
  'A2',
  'A draft above the credit limit of its customer needs the approval of somebody else',
  async (show) => {
    const customerId = await customer('C-limited');
    await its.manager.done(`/v1/customers/${customerId}/changes`, {
      creditLimit: { EUR: '150.00' },
      changedOn: its.due,
    });
    await its.invoiceNumbered('LIM-1', customerId);
    await its.of('/v1/invoices?limit=1');
    const [small, large] = [
      await draft(customerId, { total: '50.00' }),
      await draft(customerId, { total: '50.01' }),
    ];
    const issue = { number: 'LIM-2' };
    const before = await refused(its.clerk, path(large, 'issue'), issue);
    const byClerk = await refused(its.clerk, path(large, 'approval'), {});
    const own = await its.quittance.as(['clerk', 'manager'], 'carla');
    const bySelf = await refused(own, path(large, 'approval'), {});
    await its.manager.done(path(large, 'approval'), {});
    await its.clerk.done(path(large, 'changes'), { notes: 'Twice.' });
    const changed = await refused(its.clerk, path(large, 'issue'), issue);
    await its.manager.done(path(large, 'approval'), {});
    const issued = await its.clerk.done<Issued>(path(large, 'issue'), issue);
    // The tables know of it: the limit is judged by them.
    await its.of('/v1/invoices?limit=1');
    const told = (await its.quittance.facts()).filter(
      ({ type, data }) => type === 'DraftIssued' && data.customerId === customerId,
    );
    show({
      input:
        'a limit of 150 of which 100 are open: a draft over 50.01, approved, changed and approved again; then one over 50',
      right: {
        before: [409, 'needs-approval'],
        byClerk: [403, 'forbidden'],
        bySelf: [409, 'same-person'],
        changed: [409, 'needs-approval'],
        number: 'LIM-2',
        told: [[true, '150.00']],
        small: [409, 'needs-approval'],
      },
      got: {
        before,
        byClerk,
        bySelf,
        changed,
        number: issued.number,
        told: told.map(({ data }) => [data.overLimit, data.creditLimit]),
        small: await refused(its.clerk, path(small, 'issue'), { number: 'LIM-3' }),
      },
    });
  },
);

it('judges a draft as an invoice: with what those owe who are one with its customer, less money on account', async () => {
  const [customerId, merged] = [await customer('C-one'), await customer('C-other')];
  const limit = { creditLimit: { EUR: '150.00' } };
  await its.manager.done(`/v1/customers/${customerId}/changes`, limit);
  await its.invoiceNumbered('ONE-1', merged);
  const into = { intoCustomerId: customerId, reason: 'The same firm.' };
  await its.manager.done(`/v1/customers/${merged}/merge`, into);
  await of('/v1/drafts');
  const id = await draft(customerId, { total: '50.01' });
  const issue = { number: 'ONE-2' };
  expect(await refused(its.clerk, path(id, 'issue'), issue)).toEqual([409, 'needs-approval']);
  const money = { amount: '0.01', currency: 'EUR', receivedOn: its.today, payerId: customerId };
  await its.clerk.done('/v1/payments', money);
  await of('/v1/drafts');
  expect(await its.clerk.done<Issued>(path(id, 'issue'), issue)).toMatchObject(issue);
});

it('whose invoice a crash left out is found by the reactor, until it is there', async () => {
  const { pool, store, clock } = its.quittance;
  const door = (routes = ROUTES) => {
    const [guard, vault] = [new IdempotencyGuard(pool), new Vault(pool)];
    return new CommandHandler({ store, guard, vault, clock, entity: ENTITY, routes, about: aboutFact })
      .execute;
  };
  const by = (key: string) => {
    const actor = { id: 'carla', roles: ['clerk'] };
    return { context: { key, hash: 'h', actor, correlationId: 'crash', causationId: 'crash' } };
  };
  const found = async (): Promise<string[]> => {
    await of('/v1/drafts');
    return (await pool.query<{ id: string }>(`select id from ${HALF_ISSUED.from}`)).rows.map(({ id }) => id);
  };
  const id = await draft(await customer('C-crash'));
  // A process that dies after its first append: nobody asks for the invoice.
  const dying = door(ROUTES.map((route) => ({ ...route, answer: undefined })));
  const issue = { draftId: id, number: 'CRASH-1' };
  await dying(Object.assign(new IssueDraft(), { ...issue, ...by('crash') }));
  expect(await found()).toEqual([id]);
  await door()(Object.assign(HALF_ISSUED.finish(id), by('finish')));
  expect(await found()).toEqual([]);
  expect(await of(`/v1/drafts/${id}`)).toMatchObject({ status: 'issued', number: 'CRASH-1' });
});
