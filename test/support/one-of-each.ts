import { addDays } from '@quittance/kernel';
import { adjustments } from './adjustments-of-each.js';
import { aroundOfEach } from './around-of-each.js';
import type { Answered, Caller, PostOptions } from './caller.js';
import { customersOfEach } from './customers-of-each.js';
import { creditNotes, disputes, pauses, promises } from './exceptions-of-each.js';
import { allocations } from './money-of-each.js';
import { everyQuestion, type Ids } from './every-question.js';
import type { Quittance } from './quittance.js';
import { viewsAndWebhookOfEach } from './views-of-each.js';
import { recordedHead } from './recorded-head.js';

/** A POST with the code that it is rightly refused with; `done`: it is not. */
export interface Write {
  path: string;
  code: string;
  answered: Answered<unknown>;
}

type Body = Record<string, unknown>;
const NOBODY = '00000000-0000-5000-8000-000000000000';

/** An installation in which something of each kind was done, and each kind of thing was refused, over HTTP. */
export class OneOfEach {
  readonly writes: Write[] = [];
  private readonly ids = {} as Ids;
  private constructor(
    readonly quittance: Quittance,
    readonly everybody: Caller,
  ) {}

  static async of(quittance: Quittance): Promise<OneOfEach> {
    const roles = ['clerk', 'manager', 'admin', 'auditor', 'analyst', 'importer'] as const;
    const all = new OneOfEach(quittance, await quittance.as([...roles], 'mara'));
    await all.people();
    await customersOfEach(all, quittance.clock.today(), (position) => all.projected(position));
    await all.invoices();
    await aroundOfEach(all, all.ids);
    await disputes(all, all.ids.full);
    await pauses(all, all.ids.full);
    await promises(all, all.ids.full, quittance.clock.today());
    await adjustments(all, await quittance.as(['clerk', 'manager'], 'boss'), all.ids.full);
    all.ids.creditNote = await creditNotes(all, all.ids);
    await all.payments();
    await all.erasures();
    await all.refusedAtTheDoor();
    await all.theRest();
    return all;
  }

  questions(): string[] {
    return everyQuestion(this.ids, this.quittance.clock.today());
  }

  /** Sends it and keeps what came. */
  async post(code: string, path: string, body: unknown, options?: PostOptions): Promise<Body> {
    const answered = await this.everybody.post(path, body, options);
    this.writes.push({ path, code, answered });
    return answered.body;
  }

  private async projected(position: string): Promise<void> {
    for (let waits = 0; (await this.everybody.get('/v1/customers?limit=1', position)).status === 503;)
      if (++waits === 10) throw new Error(`no table reaches ${position}`);
  }

  private async people(): Promise<void> {
    const person = (personId: string, more: Body = {}): Body => ({
      ...{ personId, name: personId, email: `${personId}@example.com`, ...more },
    });
    await this.post('done', '/v1/people', person('boss'));
    await this.post('done', '/v1/people', person('anna', { managerId: 'boss', roles: ['clerk'] }));
    await this.post('person-taken', '/v1/people', person('anna', { roles: ['manager'] }));
    await this.post('unknown-person', '/v1/people', person('lea', { managerId: 'nobody' }));
    const full = {
      ...{
        customerId: 'C-1',
        name: 'Rossi S.r.l.',
        email: 'rossi@example.com',
        phone: '+39 02 1',
        currency: 'EUR',
      },
      ...{ terms: { type: 'endOfMonth', days: 30 }, ownerId: 'anna', language: 'it' },
    };
    await this.post('done', '/v1/customers', full, { key: 'C-1' });
    await this.post('done', '/v1/customers', full, { key: 'C-1' });
    await this.post('done', '/v1/customers', full);
    await this.post('idempotency-key-reused', '/v1/customers', { ...full, phone: '2' }, { key: 'C-1' });
    await this.post('customer-taken', '/v1/customers', { ...full, phone: '2' });
    await this.post('looks-alike', '/v1/customers', { customerId: 'c-1', name: 'Rossi' });
    await this.post('unknown-person', '/v1/customers', {
      customerId: 'C-3',
      name: 'Neri',
      ownerId: 'nobody',
    });
    for (const customerId of ['C-2', 'C-gone'])
      await this.post('done', '/v1/customers', { customerId, name: 'Verdi' });
  }

  private async invoices(): Promise<void> {
    const due = addDays(this.quittance.clock.today(), -60);
    const bare = {
      ...{ number: 'I-1', customerId: 'C-2', issuedOn: addDays(due, -30), dueOn: due, currency: 'EUR' },
      ...{ total: '100.00', ownerId: 'anna' },
    };
    const { dueOn: _dueOn, ...byTerms } = bare;
    const lines = [
      {
        description: 'Site works',
        quantity: '1',
        unitPrice: '81.97',
        net: '81.97',
        vatRate: '22',
        vat: '18.03',
      },
    ].map((line) => ({ ...line, amount: '100.00' }));
    const full = {
      ...{
        ...byTerms,
        number: 'I-2',
        customerId: 'C-1',
        net: '81.97',
        vat: '18.03',
        lines,
        notes: 'By hand.',
      },
      work: { project: 'Bridge', milestone: 'M1', deliveredOn: due, approvedBy: 'Neri' },
      ...{ terms: { type: 'net', days: 30 }, statedRecordedAt: '2020-01-31T10:00:00Z' },
    };
    this.ids.bare = (await this.post('done', '/v1/invoices', bare)).id as string;
    this.ids.full = (await this.post('done', '/v1/invoices', full)).id as string;
    const gone = await this.post('done', '/v1/invoices', {
      ...bare,
      number: 'I-3',
      customerId: 'C-gone',
      currency: 'CHF',
    });
    await this.post('number-taken', '/v1/invoices', { ...bare, total: '2.00' });
    await this.post('looks-alike', '/v1/invoices', { ...bare, number: 'i-1' });
    await this.post('unknown-customer', '/v1/invoices', { ...bare, number: 'I-4', customerId: 'C-9' });
    await this.post('unknown-person', '/v1/invoices', { ...bare, number: 'I-4', ownerId: 'nobody' });
    await this.post('invalid', '/v1/invoices', { ...bare, number: 'I-4', total: 12 });
    const one = `/v1/invoices/${this.ids.full}`;
    const later = { agreedDueOn: addDays(due, 20), reason: 'They pay late.' };
    await this.post('stale-revision', `${one}/extensions`, later, { ifMatch: '"7"' });
    await this.post('if-match-malformed', `${one}/extensions`, later, { ifMatch: 'seven' });
    await this.post('done', `${one}/extensions`, later, { ifMatch: '"0"' });
    await this.post('not-an-extension', `${one}/extensions`, later);
    await this.post('invoice-not-found', `/v1/invoices/${NOBODY}/extensions`, later);
    await this.post('not-found', '/v1/invoices/I-1/extensions', later);
    const owner = { ownerId: 'boss', reason: 'Holiday.' };
    await this.post('done', `${one}/owner`, owner);
    await this.post('unknown-person', `${one}/owner`, { ...owner, ownerId: 'nobody' });
    await this.post('invoice-not-found', `/v1/invoices/${NOBODY}/owner`, owner);
    await this.post('done', '/v1/erasures', { customerId: 'C-gone', reason: 'Request 3.' });
    await this.post('person-erased', `/v1/invoices/${gone.id as string}/owner`, owner);
  }

  private async payments(): Promise<void> {
    const receivedOn = addDays(this.quittance.clock.today(), -10);
    const paid = { amount: '150.00', currency: 'EUR', receivedOn };
    const known = {
      ...paid,
      source: 'bank',
      externalId: '1',
      method: 'transfer',
      reference: 'I-2',
      payerId: 'C-1',
    };
    const named = [
      { invoiceId: this.ids.bare, amount: '100.00' },
      { invoiceId: this.ids.full, amount: '20.00' },
    ];
    await this.post('done', '/v1/payments', { ...known, allocations: named });
    await this.post('payment-taken', '/v1/payments', { ...known, amount: '1.00' });
    this.ids.payment = (
      await this.post('done', '/v1/payments', {
        ...paid,
        allocations: named.slice(0, 1),
        reference: 'once more',
      })
    ).id as string;
    const { id } = await this.post('done', '/v1/payments', paid);
    await allocations(this, id as string, this.ids, receivedOn);
    await this.post('currency-mismatch', '/v1/payments', { ...paid, currency: 'CHF', allocations: named });
    await this.post('unknown-customer', '/v1/payments', { ...paid, payerId: 'C-9' });
    const nowhere = [{ invoiceId: NOBODY, amount: '1.00' }];
    await this.post('unknown-invoice', '/v1/payments', { ...paid, allocations: nowhere });
    const later = { agreedDueOn: this.quittance.clock.today(), reason: 'Too late.' };
    await this.post('already-settled', `/v1/invoices/${this.ids.bare}/extensions`, later);
  }

  private async erasures(): Promise<void> {
    const because = { reason: 'Request 3 of March.' };
    const bare = await this.post('done', '/v1/payments', {
      amount: '1.00',
      currency: 'EUR',
      receivedOn: '2026-01-02',
    });
    await this.post('nothing-personal', '/v1/erasures', { paymentId: bare.id, ...because });
    await this.post('sealed-for-customer', '/v1/erasures', { paymentId: this.ids.payment, ...because });
    await this.post('customer-not-found', '/v1/erasures', { customerId: 'C-9', ...because });
    await this.post('person-not-found', '/v1/erasures', { personId: 'nobody', ...because });
    await this.post('payment-not-found', '/v1/erasures', { paymentId: NOBODY, ...because });
    await this.post('invalid', '/v1/erasures', because);
    this.ids.erasure = (await this.post('done', '/v1/erasures', { personId: 'anna', ...because }))
      .id as string;
  }

  private async refusedAtTheDoor(): Promise<void> {
    const path = '/v1/customers';
    const body = { customerId: 'C-5', name: 'Neri' };
    await this.post('idempotency-key-missing', path, body, { key: null });
    await this.post('idempotency-key-malformed', path, body, { key: 'x'.repeat(300) });
    await this.post('unparsable', path, '{');
    await this.post('doubled-field', path, '{"name":"a","name":"b"}');
    await this.post('too-deep', path, '['.repeat(200));
    await this.post('too-large', path, { ...body, name: 'x'.repeat(70_000) });
    await this.post('media-type', path, 'name=Neri', { headers: { 'content-type': 'text/plain' } });
    await this.post('content-encoding', path, body, { headers: { 'content-encoding': 'gzip' } });
    const analyst = await this.quittance.as('analyst', 'ada');
    this.writes.push({ path, code: 'forbidden', answered: await analyst.post(path, body) });
    const nobody = this.quittance.callerWith(null);
    this.writes.push({ path, code: 'unauthorized', answered: await nobody.post(path, body) });
  }

  private async theRest(): Promise<void> {
    const { clock, pool } = this.quittance;
    const commands = [
      { route: '/v1/customers', key: 'b-1', body: { customerId: 'C-6', name: 'Blu' } },
      { route: '/v1/customers', key: 'b-2', body: { customerId: 'C-1', name: 'Another' } },
    ];
    await this.post('done', '/v1/batches', { commands });
    await this.post('invalid', '/v1/batches', { commands: [] });
    const { position } = await this.everybody.done('/v1/customers', { customerId: 'C-7', name: 'Rosa' });
    await this.projected(position);
    await this.post('done', '/v1/dunning/runs', { on: clock.today() });
    await this.post('invalid', '/v1/dunning/runs', { on: addDays(clock.today(), 1) });
    this.ids.webhook = await viewsAndWebhookOfEach(this);
    const head = await recordedHead(this.quittance);
    await pool.query(
      `insert into projector.parked (projection, stream, revision, position, type, error)
       values ('invoices', 'invoice-' || $1, 0, 1, 'InvoiceIssued', 'a reason')`,
      [this.ids.bare],
    );
    await this.post('invalid', '/v1/parked/releases', {});
    await this.post('done', '/v1/parked/releases', { streams: ['invoice-7'] });
    await this.projected(head);
  }
}
