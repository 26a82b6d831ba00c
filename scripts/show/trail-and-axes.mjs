// One invoice's audit trail, and questions asked on either side of what was recorded later.
import { setTimeout as pause } from 'node:timers/promises';
import { command, expect, say, title } from './ledger.mjs';
import { Installation, aging } from './installation.mjs';

const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

const invoice = (number, fields = {}) => ({
  number,
  customerId: 'C-1',
  issuedOn: day(-60),
  dueOn: day(-30),
  currency: 'EUR',
  total: '1000.00',
  ...fields,
});

const payment = (amount, receivedOn, invoiceId) => ({
  amount,
  currency: 'EUR',
  receivedOn,
  allocations: [{ invoiceId, amount }],
});

async function people(quittance) {
  await quittance.done('/v1/people', { personId: 'anna', name: 'Anna Rossi', email: 'anna@example.org' });
  await quittance.done('/v1/people', {
    personId: 'bruno',
    name: 'Bruno Verdi',
    email: 'bruno@example.org',
    managerId: 'anna',
  });
  await quittance.done('/v1/customers', { customerId: 'C-1', name: 'Acme Ltd', ownerId: 'anna' });
}

async function auditTrail(quittance) {
  title("3. One invoice's audit trail");
  const { id } = await quittance.done('/v1/invoices', invoice('2026-0001'));
  await quittance.done('/v1/payments', payment('400.00', day(-20), id));
  await quittance.done(`/v1/invoices/${id}/extensions`, {
    agreedDueOn: day(10),
    reason: 'Delivery was late',
  });
  await quittance.done(`/v1/invoices/${id}/owner`, { ownerId: 'bruno', reason: 'Anna is on leave' });
  const last = await quittance.done('/v1/payments', payment('600.00', day(0), id));
  command(`GET /v1/invoices/${id}/history`);
  const { body } = await quittance.get(`/v1/invoices/${id}/history?after=${last.position}`);
  for (const line of body.items)
    say(`${line.recordedAt}  ${line.actor}: ${line.sentence}${line.reason ? ` (${line.reason})` : ''}`);
  expect(
    'five facts, newest last',
    ['InvoiceIssued', 'PaymentApplied', 'ExtensionGranted', 'OwnerAssigned', 'PaymentApplied'],
    body.items.map((line) => line.type),
  );
}

const QUESTIONS = (asOf, knownAt) => [
  `/v1/reports/aging?asOf=${asOf}&knownAt=${knownAt}`,
  `/v1/reports/aging?asOf=${asOf}&knownAt=${knownAt}&by=owner`,
  `/v1/reports/aging?asOf=${asOf}&knownAt=${knownAt}&by=customer&basis=contractual`,
];

const ask = (quittance, asOf, knownAt) =>
  Promise.all(QUESTIONS(asOf, knownAt).map(async (question) => (await quittance.get(question)).text));

async function twoAxes(quittance) {
  title('4. Recorded later, counting from before: asked as known on either side');
  const asOf = day(-10);
  const paid = await quittance.done(
    '/v1/invoices',
    invoice('2026-0002', { currency: 'USD', total: '100.00' }),
  );
  const extended = await quittance.done(
    '/v1/invoices',
    invoice('2026-0003', { currency: 'USD', total: '200.00' }),
  );
  const moved = await quittance.done(
    '/v1/invoices',
    invoice('2026-0004', { currency: 'USD', total: '400.00' }),
  );
  await pause(50);
  const before = new Date().toISOString();
  await pause(50);
  const early = await ask(quittance, asOf, before);
  await quittance.done('/v1/payments', { ...payment('100.00', day(-15), paid.id), currency: 'USD' });
  await quittance.done(`/v1/invoices/${extended.id}/extensions`, {
    agreedDueOn: day(5),
    reason: 'Agreed by phone, written down late',
    grantedOn: day(-12),
  });
  await quittance.done(`/v1/invoices/${moved.id}/owner`, {
    ownerId: 'bruno',
    reason: 'Handed over, written down late',
    assignedOn: day(-11),
  });
  await pause(50);
  const after = new Date().toISOString();
  await pause(50);
  const late = await ask(quittance, asOf, after);

  const usd = (text) => aging(JSON.parse(text), 'USD');
  const owners = (text) =>
    JSON.parse(text)
      .rows.filter((row) => row.currency === 'USD')
      .map((row) => `${row.key} ${row.open}`)
      .sort();
  expect(
    'known before: 700.00 in 1-30',
    ['0.00', '700.00'],
    [usd(early[0]).amounts.not_due, usd(early[0]).amounts['1-30']],
  );
  expect(
    'known after: the payment and the extension count',
    ['200.00', '400.00'],
    [usd(late[0]).amounts.not_due, usd(late[0]).amounts['1-30']],
  );
  expect('known before: all with Anna', ['anna 700.00'], owners(early[1]));
  expect('known after: one with Bruno', ['anna 200.00', 'bruno 400.00'], owners(late[1]));
  expect('contractual basis, known after', '600.00', usd(late[2]).amounts['1-30']);
  expect('the questions of before give the same bytes', early, await ask(quittance, asOf, before));
  expect('and those of after as well', late, await ask(quittance, asOf, after));
}

export async function showTrailAndAxes(root, work) {
  const quittance = await Installation.at(root, `${work}/trail`);
  await quittance.start();
  await people(quittance);
  await auditTrail(quittance);
  await twoAxes(quittance);
  await quittance.interrupt();
}
