import type { Sender } from './exceptions-of-each.js';

/** A customer and a person changed, and what is refused of it. */
async function changes(all: Sender): Promise<void> {
  const customer = '/v1/customers/C-2/changes';
  const address = { street: 'Via Roma 1', postalCode: '20121', city: 'Milano', region: 'MI', country: 'IT' };
  const contacts = [{ purpose: 'dunning', name: 'Neri', email: 'neri@verdi.example', phone: '+39 02 3' }];
  await all.post('done', customer, {
    ...{ name: 'Verdi S.p.A.', email: 'verdi@example.com', phone: '+39 02 2', vatId: 'IT01234567890' },
    ...{ address, contacts, currency: 'EUR', terms: { type: 'net', days: 30 }, language: 'it' },
    ...{ segment: 'public', highValue: true, creditLimit: { EUR: '5000.00' }, ownerId: 'boss' },
    changedOn: '2026-01-02',
  });
  await all.post('done', customer, { phone: null, creditLimit: { EUR: null }, segment: 'retail' });
  await all.post('invalid', customer, {});
  await all.post('unknown-person', customer, { ownerId: 'nobody' });
  await all.post('customer-not-found', '/v1/customers/C-9/changes', { phone: '1' });
  const person = '/v1/people/boss/changes';
  await all.post('done', person, {
    ...{ name: 'The boss', email: 'the.boss@example.com', roles: ['manager'] },
    ...{ managerId: 'anna', leadId: 'anna', changedOn: '2026-01-02' },
  });
  await all.post('unknown-person', person, { leadId: 'nobody' });
  await all.post('person-not-found', '/v1/people/nobody/changes', { name: 'x' });
}

/** A customer merged into another one, and the undo; what is refused of it. */
async function merges(all: Sender): Promise<void> {
  const because = { reason: 'Registered twice.' };
  await all.post('done', '/v1/customers', { customerId: 'C-twin', name: 'Verdi' });
  const path = '/v1/customers/C-twin/merge';
  await all.post('unknown-customer', path, { intoCustomerId: 'C-9', ...because });
  await all.post('not-merged', `${path}/undo`, because);
  await all.post('done', path, { intoCustomerId: 'C-2', mergedOn: '2026-01-02', ...because });
  await all.post('merged', path, { intoCustomerId: 'C-1', ...because });
  await all.post('circle', '/v1/customers/C-2/merge', { intoCustomerId: 'C-twin', ...because });
  await all.post('customer-not-found', '/v1/customers/C-9/merge', { intoCustomerId: 'C-2', ...because });
  await all.post('done', `${path}/undo`, because);
  await all.post('done', path, { intoCustomerId: 'C-2', ...because });
}

/** All that a person follows up handed over, and the undo; an absence; what is refused of them. */
async function handOvers(all: Sender, today: string): Promise<void> {
  const because = { reason: 'On leave.' };
  const person = (personId: string) => ({ personId, name: personId, email: `${personId}@example.com` });
  for (const personId of ['gina', 'hugo']) await all.post('done', '/v1/people', person(personId));
  const path = '/v1/people/gina/hand-over';
  await all.post('unknown-person', path, { toPersonId: 'nobody', ...because });
  await all.post('not-handed-over', `${path}/undo`, because);
  await all.post('done', path, { toPersonId: 'hugo', on: today, ...because });
  await all.post('circle', '/v1/people/hugo/hand-over', { toPersonId: 'gina', ...because });
  await all.post('done', `${path}/undo`, because);
  await all.post('person-not-found', '/v1/people/nobody/hand-over', { toPersonId: 'hugo', ...because });
  const away = { from: today, to: today, deputyId: 'hugo' };
  await all.post('done', '/v1/people/gina/absences', away);
  await all.post('already-absent', '/v1/people/gina/absences', away);
  await all.post('unknown-person', '/v1/people/gina/absences', { ...away, deputyId: 'nobody' });
}

/** Things to do, done and put off, and what is refused of it. @param projected waits until all is */
async function work(
  all: Sender,
  today: string,
  projected: (position: string) => Promise<void>,
): Promise<void> {
  const note = { text: 'Call again.', followUpOn: today };
  const [first, second] = [
    await all.post('done', '/v1/customers/C-2/notes', note),
    await all.post('done', '/v1/customers/C-2/notes', note),
  ];
  await projected(second.position as string);
  const path = (of: Record<string, unknown>) => `/v1/work/follow-up.${of.noteId as string}`;
  await all.post('done', `${path(first)}/done`, { note: 'They pay tomorrow.' });
  await all.post('already-done', `${path(first)}/done`, {});
  await all.post('done', `${path(second)}/snooze`, { until: '2099-12-31', reason: 'They are away.' });
  await all.post('work-not-found', '/v1/work/follow-up.none/done', {});
}

/** Customers and people, and the work that they make: something of each kind was done, and refused. */
export async function customersOfEach(
  all: Sender,
  today: string,
  projected: (position: string) => Promise<void>,
): Promise<void> {
  await changes(all);
  await merges(all);
  await handOvers(all, today);
  await work(all, today, projected);
}
