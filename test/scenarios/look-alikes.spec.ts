import { randomUUID } from 'node:crypto';
import { CommandHandler, type CommandMessage, IdempotencyGuard, Vault } from '@quittance/event-store';
import { entityClock } from '@quittance/kernel';
import { aboutFact, IssueInvoice, RecordPayment, RegisterCustomer, ROUTES } from '@quittance/receivables';
import { invoiceBody } from '../support/invoice-body.js';
import { type Caller, ENTITY, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

let quittance: Quittance;
let clerk: Caller;
let manager: Caller;

// In a zone that lacks a day.
beforeAll(async () => {
  quittance = await startQuittance({ clock: entityClock('Pacific/Apia') });
  [clerk, manager] = [await quittance.as('clerk'), await quittance.as('manager', 'mara')];
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
});
afterAll(() => quittance?.stop());

interface Refusal {
  code?: string;
  detail?: string;
  errors?: { field: string; rule: string; hint?: string }[];
}

/** What a request came to: the status, the code of a refusal with its first field. */
async function cameTo(path: string, body: object, by: Caller = clerk): Promise<string> {
  const { status, body: answer } = await by.post<Refusal & { id?: string }>(path, body);
  const [first] = answer.errors ?? [];
  return [status, answer.code, first && `${first.field} ${first.rule}`].filter(Boolean).join(' ');
}

/** The former release stored what was written. */
async function formerly<Command extends CommandMessage>(
  type: new () => Command,
  body: Omit<Command, 'context'>,
): Promise<{ id: string; position: string }> {
  const { store, pool, clock } = quittance;
  const parts = { store, guard: new IdempotencyGuard(pool), vault: new Vault(pool), clock, entity: ENTITY };
  const routes = ROUTES.map((route) => ({ ...route, ids: undefined, unmistakable: undefined }));
  const handler = new CommandHandler({ ...parts, routes, about: aboutFact });
  const [key, actor] = [randomUUID(), { id: 'anna', roles: ['clerk'] }];
  const context = { key, hash: key, actor, correlationId: key, causationId: key };
  const { id, position } = await handler.execute(Object.assign(new type(), body, { context }));
  return { id, position: position.commit.toString() };
}

const numbersOf = async (query: string, after: string): Promise<unknown> =>
  (await clerk.get<{ items: { number: string }[] }>(`/v1/invoices?${query}`, after)).body.items.map(
    ({ number }) => number,
  );

describe('an id or number', () => {
  story(
    'mended-doors',
    'B8',
    'Blanks of any kind and hyphens are folded before an id is stored',
    async (show) => {
      const written = ' L\u00a0\u20091\u2011A ';
      const { position } = await clerk.done('/v1/invoices', invoiceBody({ number: written }));
      const ask = `number=${encodeURIComponent(written)}`;
      show({
        input: `POST /v1/invoices ${JSON.stringify(written)}, GET ?number= the same`,
        right: ['L 1-A'],
        got: await numbersOf(ask, position),
      });
      const again = invoiceBody({ number: 'L 1\u2010A' });
      show({ input: again.number, right: '409 number-taken', got: await cameTo('/v1/invoices', again) });
      const customerId = 'C\u3000\u00a09';
      const { id } = await clerk.done('/v1/customers', { customerId, name: 'Nine' });
      show({ input: customerId, right: 'C 9', got: id });
      const invoice = await clerk.done('/v1/invoices', invoiceBody({ number: 'L-9', customerId }));
      show({
        input: `?customerId=${customerId}`,
        right: ['L-9'],
        got: await numbersOf(`customerId=${encodeURIComponent(customerId)}`, invoice.position),
      });
      show({
        input: `GET /v1/customers/${customerId}`,
        right: 200,
        got: (await clerk.get(`/v1/customers/${encodeURIComponent(customerId)}`)).status,
      });
    },
  );

  story(
    'mended-doors',
    'B8',
    'What an earlier release stored as written is found so: the same again adds nothing',
    async (show) => {
      const [customerId, number, externalId] = ['OLD  C', 'OLD\u20111  X', 'BK\u2011 1'];
      await formerly(RegisterCustomer, { customerId, name: 'Old' });
      const invoice = { ...invoiceBody({ number, customerId }) };
      await formerly(IssueInvoice, invoice);
      const payment = {
        amount: '5.00',
        currency: 'EUR',
        receivedOn: '2026-01-20',
        source: 'bank',
        externalId,
      };
      const { position } = await formerly(RecordPayment, payment);
      // As an upgrade finds them: not read yet.
      await quittance.pool.query('truncate write_side.looks_alike, write_side.looks_alike_read');
      const before = (await quittance.facts()).length;
      show({ input: { number }, right: '409 number-taken', got: await cameTo('/v1/invoices', invoice) });
      show({
        input: { customerId },
        right: '200',
        got: await cameTo('/v1/customers', { customerId, name: 'Old' }),
      });
      show({ input: { externalId }, right: '200', got: await cameTo('/v1/payments', payment) });
      show({ input: 'facts added', right: 0, got: (await quittance.facts()).length - before });
      show({ input: '?number=OLD-1 X', right: [number], got: await numbersOf('number=OLD-1%20X', position) });
      show({
        input: 'number OLD-1 X',
        right: '409 looks-alike /number looks-alike',
        got: await cameTo('/v1/invoices', { ...invoice, number: 'OLD-1 X' }),
      });
    },
  );

  story(
    'mended-doors',
    'B8',
    'An invoice number that differs by case alone is refused, naming the other, also at the same moment',
    async (show) => {
      await clerk.done('/v1/invoices', invoiceBody({ number: 'Case-1' }));
      const { body } = await clerk.post<Refusal>('/v1/invoices', invoiceBody({ number: 'CASE-1' }));
      show({
        input: 'CASE-1 beside Case-1',
        right: ['looks-alike', true],
        got: [body.code, body.detail?.includes('"Case-1"')],
      });
      const pair = () => ['twin', 'TWIN'].map((number) => cameTo('/v1/invoices', invoiceBody({ number })));
      show({
        input: 'twin and TWIN at once',
        right: ['201', '409 looks-alike /number looks-alike'],
        got: (await Promise.all(pair())).sort(),
      });
      const bad = invoiceBody({ number: 'free-1', customerId: 'nobody' });
      show({
        input: 'refused free-1, then FREE-1',
        right: ['422 unknown-customer /customerId exists', '201'],
        got: [
          await cameTo('/v1/invoices', bad),
          await cameTo('/v1/invoices', invoiceBody({ number: 'FREE-1' })),
        ],
      });
    },
  );

  story(
    'mended-doors',
    'B8',
    'A customer that looks like another is refused until the request accepts it',
    async (show) => {
      const register = (customerId: string, more: object = {}) =>
        cameTo('/v1/customers', { customerId, name: 'Alike', ...more });
      await register('Alike');
      show({
        input: 'ALIKE',
        right: '409 looks-alike /customerId looks-alike',
        got: await register('ALIKE'),
      });
      show({
        input: 'ALIKE, acceptLookalike',
        right: '201',
        got: await register('ALIKE', { acceptLookalike: true }),
      });
      show({
        input: 'both again',
        right: ['200', '200'],
        got: [await register('Alike'), await register('ALIKE')],
      });
      await register('Gone');
      const admin = await quittance.as('admin', 'ada');
      await admin.done('/v1/erasures', { customerId: 'Gone', reason: 'asked for in file 1' });
      show({ input: 'GONE, once Gone was erased', right: '201', got: await register('GONE') });
    },
  );

  story('mended-doors', 'B8', 'Nobody is called like the system: no actor, no person', async (show) => {
    for (const sub of [
      'System:x',
      's ystem:x',
      '\uff53\uff59\uff53\uff54\uff45\uff4d:x',
      'system\uff1ax',
      'system\ua789x',
      'system\u2236x',
    ]) {
      const person = { personId: sub, name: 'X', email: 'x@example.com' };
      const actor = await (await quittance.as('clerk', sub)).get('/v1/invoices?limit=1');
      show({
        input: sub,
        right: [401, '422 invalid /personId reserved'],
        got: [actor.status, await cameTo('/v1/people', person, manager)],
      });
    }
  });
});

describe('a day', () => {
  story(
    'mended-doors',
    'B6',
    'A day that the zone never had is no day: Pacific/Apia lacks 2011-12-30',
    async (show) => {
      const on = (issuedOn: string) => cameTo('/v1/invoices', invoiceBody({ issuedOn, dueOn: '2012-01-31' }));
      show({ input: 'issuedOn 2011-12-29', right: '201', got: await on('2011-12-29') });
      show({
        input: 'issuedOn 2011-12-30',
        right: '422 invalid /issuedOn date',
        got: await on('2011-12-30'),
      });
      const aging = await clerk.get<Refusal>('/v1/reports/aging?asOf=2011-12-30');
      show({
        input: 'aging asOf 2011-12-30',
        right: [422, '/asOf date'],
        got: [aging.status, aging.body.errors?.map(({ field, rule }) => `${field} ${rule}`).join()],
      });
    },
  );
});
