import { type Caller, type Quittance, startQuittance, type Written } from '../support/quittance.js';
import { story } from '../support/story.js';

const REASON = 'Request under article 17, file 2026-31';

let quittance: Quittance;
let clerk: Caller;
let admin: Caller;
beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as(['clerk', 'manager']);
  admin = await quittance.as('admin', 'root');
});
afterAll(() => quittance?.stop());

let made = 0;
const named = (): string => `Zeno Quirinali ${(made += 1)}`;

/** A customer with an invoice and a payment, all of them with free text about them. */
async function customer(name = named()) {
  const customerId = `C${(made += 1)}`;
  await clerk.done('/v1/customers', {
    customerId,
    name,
    email: `z${made}@quirinali.example`,
    phone: '+39 055 1',
  });
  const { id: invoiceId } = await clerk.done('/v1/invoices', {
    ...{ number: `E-${made}`, customerId, issuedOn: '2026-03-01', dueOn: '2026-03-31' },
    ...{ currency: 'EUR', total: '100.00', notes: `for ${name}`, work: { approvedBy: name } },
  });
  await clerk.done(`/v1/invoices/${invoiceId}/extensions`, {
    agreedDueOn: '2026-04-30',
    reason: `${name} is ill`,
  });
  const { id: paymentId } = await clerk.done('/v1/payments', {
    ...{ amount: '40.00', currency: 'EUR', receivedOn: '2026-03-10', reference: `from ${name}` },
    allocations: [{ invoiceId, amount: '40.00' }],
  });
  return { name, customerId, invoiceId, paymentId };
}

const erase = async (body: object, key?: string): Promise<Written> =>
  admin.done<Written>('/v1/erasures', { reason: REASON, ...body }, { key });

const emptiedAt = async ({ id, position }: Written) =>
  (await admin.get<Record<string, unknown>>(`/v1/erasures/${id}`, position)).body;

/** All that anyone can read of them over HTTP. */
async function shown({
  customerId,
  invoiceId,
  paymentId,
}: Awaited<ReturnType<typeof customer>>): Promise<string> {
  const auditor = await quittance.as('auditor');
  const paths = [
    `/v1/customers/${customerId}`,
    `/v1/invoices/${invoiceId}`,
    `/v1/invoices/${invoiceId}/history`,
    `/v1/payments/${paymentId}`,
    `/v1/audit?customer=${customerId}`,
    '/v1/reports/aging?asOf=2026-06-30&by=customer',
  ];
  const answers = await Promise.all(paths.map((path) => auditor.get(path)));
  return JSON.stringify(answers.map(({ body }) => body));
}

describe('erasing a customer', () => {
  it('empties every row about them, whatever stream it came from, and no row of others', async () => {
    const [one, other] = [await customer(), await customer()];
    const erased = await erase({ customerId: one.customerId });
    expect(await emptiedAt(erased)).toMatchObject({
      subject: expect.stringMatching(/^customer-/) as string,
      keyDestroyed: true,
      emptied: { customers: 1, invoices: 1, payments: 1, party_lines: 1, audit_trail: 4 },
    });
    expect(await shown(one)).not.toMatch(new RegExp(`${one.name}|z\\d+@quirinali|\\+39 055`));
    const others = await shown(other);
    for (const text of [`"${other.name}"`, `for ${other.name}`, `${other.name} is ill`, `from ${other.name}`])
      expect(others).toContain(text);
    const { body } = await admin.get<{ revision: number; name: null }>(`/v1/customers/${one.customerId}`);
    expect(body).toMatchObject({ name: null, email: null, phone: null, revision: erased.revision });
  });

  it('leaves the balances as they are, and who erased them and why in the trail', async () => {
    const { customerId, invoiceId } = await customer();
    await erase({ customerId });
    const { id, position } = await erase({ customerId });
    await emptiedAt({ id, position, revision: 1 });
    const { body } = await admin.get(`/v1/invoices/${invoiceId}`);
    expect(body).toMatchObject({ open: '60.00', total: '100.00', notes: null });
    const trail = await admin.get<{ items: object[] }>(
      `/v1/audit?customer=${customerId}&type=PersonalDataErased`,
    );
    expect(trail.body.items).toMatchObject([
      { actor: 'root', reason: REASON, sentence: `root erased the personal data of customer ${customerId}` },
    ]);
  });

  it('is done once: again, it is nothing to do; a replay answers as before', async () => {
    const { customerId } = await customer();
    const first = await erase({ customerId }, 'once');
    expect(await erase({ customerId }, 'once')).toEqual(first);
    expect(await erase({ customerId })).toEqual(first);
    const facts = (await quittance.facts()).filter(({ data }) => data.customerId === customerId);
    expect(facts.filter(({ type }) => type === 'PersonalDataErased')).toHaveLength(1);
  });

  it('lets nothing personal about them in again: what holds some is refused, what holds none goes on', async () => {
    const { customerId, invoiceId } = await customer();
    await erase({ customerId });
    const invoice = {
      customerId,
      issuedOn: '2026-03-01',
      dueOn: '2026-03-31',
      currency: 'EUR',
      total: '10.00',
    };
    // An attempt is kept of it, and nothing else.
    const kept = async () => (await quittance.facts()).filter(({ type }) => type !== 'AttemptRefused').length;
    const before = await kept();
    const refusals = [
      await clerk.refused('/v1/invoices', { ...invoice, number: 'late-1', notes: 'about them' }),
      await clerk.refused(`/v1/invoices/${invoiceId}/extensions`, {
        agreedDueOn: '2026-07-31',
        reason: 'ill',
      }),
    ];
    expect(refusals.map(({ status, code }) => [status, code])).toEqual([
      [409, 'person-erased'],
      [409, 'person-erased'],
    ]);
    expect(await kept()).toBe(before);
    await clerk.done('/v1/invoices', { ...invoice, number: 'late-2' });
  });

  it('refuses a reason that names them, and repeats it nowhere', async () => {
    const { customerId, name } = await customer();
    const body = { customerId, reason: `${name.toUpperCase()} asked for it` };
    const problem = await admin.refused('/v1/erasures', body);
    expect(problem).toMatchObject({ status: 422, fields: ['/reason names-nobody'] });
    expect(JSON.stringify(problem)).not.toContain('ZENO');
  });

  it('is finished by the projector when the process died between the fact and the key', async () => {
    const one = await customer();
    await quittance.projector.stop();
    const erased = await erase({ customerId: one.customerId });
    const subject = (await quittance.facts()).at(-1)!.stream;
    const key = Buffer.alloc(32, 7);
    await quittance.pool.query('update vault.keys set key = $2, erased_at = null where subject = $1', [
      subject,
      key,
    ]);
    quittance.projector.start();
    expect(await emptiedAt(erased)).toMatchObject({ keyDestroyed: true, emptied: { customers: 1 } });
    expect(await shown(one)).not.toContain(one.name);
  });
});

describe('erasing others', () => {
  it('erases a person who works here', async () => {
    await admin.done('/v1/people', { personId: 'zeno', name: 'Zeno Lavori', email: 'zeno@lavori.example' });
    expect(await emptiedAt(await erase({ personId: 'zeno' }))).toMatchObject({
      emptied: { people: 1, party_lines: 1, audit_trail: 1 },
    });
    expect((await admin.get('/v1/people/zeno')).body).toMatchObject({ name: null, email: null });
  });

  it('erases a payment of which no customer is known; one of a customer goes with the customer', async () => {
    const paid = { amount: '5.00', currency: 'EUR', receivedOn: '2026-03-10' };
    const unknown = await clerk.done('/v1/payments', { ...paid, reference: 'Zeno Anonimo' });
    expect(await emptiedAt(await erase({ paymentId: unknown.id }))).toMatchObject({
      emptied: { payments: 1, audit_trail: 1 },
    });
    const { paymentId } = await customer();
    const plain = await clerk.done('/v1/payments', paid);
    const codes = [paymentId, plain.id].map(async (id) => {
      const { code } = await admin.refused('/v1/erasures', { paymentId: id, reason: REASON });
      return code;
    });
    expect(await Promise.all(codes)).toEqual(['sealed-for-customer', 'nothing-personal']);
  });

  it('is for administrators, of somebody who is there, and of one at a time', async () => {
    for (const caller of [clerk, await quittance.as('auditor')])
      expect(await caller.refused('/v1/erasures', { customerId: 'C1', reason: REASON })).toMatchObject({
        status: 403,
      });
    expect(await admin.refused('/v1/erasures', { customerId: 'nobody', reason: REASON })).toMatchObject({
      status: 404,
      code: 'customer-not-found',
    });
    const both = { customerId: 'C1', personId: 'zeno', reason: REASON };
    expect(await admin.refused('/v1/erasures', both)).toMatchObject({ fields: [' exactly-one'] });
    expect(await admin.get('/v1/erasures/0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c')).toMatchObject({
      status: 404,
    });
  });
});

describe('the reason of an erasure', () => {
  story('mended-doors', 'C4', 'An erasure needs a reason of words', async (show) => {
    const { customerId } = await customer();
    const said = [
      '...',
      '--- / ---',
      '4711',
      '1 x',
      '\u3164\u3164\u3164',
      '\u200b\u2060!',
      'file 2026-31',
      '請求',
    ];
    const got = [];
    for (const reason of said) {
      const { status, body } = await admin.post<{ errors?: { field: string }[] }>('/v1/erasures', {
        customerId,
        reason,
      });
      const [error] = body.errors ?? [];
      got.push(error ? [status, error.field] : status);
    }
    const refused = [422, '/reason'];
    show({
      input: said,
      right: [...Array<unknown>(6).fill(refused), 200, 200],
      got,
    });
  });
});
