import type { Ids } from './every-question.js';

/** Who sends a POST that is rightly refused with the code; `done`: it is not. */
interface Sender {
  post(code: string, path: string, body: unknown): Promise<Record<string, unknown>>;
}

const NOBODY = '00000000-0000-5000-8000-000000000000';

/** One of each of what happens around an invoice beside its money, and what is refused of it. */
export async function aroundOfEach(all: Sender, ids: Ids): Promise<void> {
  const { full } = ids;
  await notes(all, full);
  await documents(all, full);
  await collections(all, full);
  await revocations(all, full);
  await customerHolds(all);
  ids.draft = await drafts(all);
  await plans(all);
}

async function documents(all: Sender, invoiceId: string): Promise<void> {
  const sent = { channel: 'mail', to: 'accounts@rossi.example', sentOn: '2026-03-31' };
  const mistake = { reason: 'It was issued to the wrong customer.' };
  const invoice = { number: 'V-1', customerId: 'C-2', issuedOn: '2026-03-01', dueOn: '2026-03-31' };
  const path = `/v1/invoices/${await issued(all, invoice)}`;
  await all.post('done', `${path}/sent`, sent);
  await all.post('already-sent', `${path}/sent`, sent);
  await all.post('cannot-void', `${path}/void`, mistake);
  await all.post('invoice-not-found', `/v1/invoices/${NOBODY}/void`, mistake);
  await all.post(
    'cannot-void',
    `/v1/invoices/${await issued(all, { ...invoice, number: 'V-2', source: 'import' })}/void`,
    mistake,
  );
  const empty = `/v1/invoices/${await issued(all, { ...invoice, number: 'V-3' })}`;
  await all.post('done', `${empty}/void`, { ...mistake, voidedOn: '2026-03-02' });
  await all.post('void', `${empty}/sent`, sent);
  await all.post('void', `${empty}/void`, mistake);
  await all.post('number-taken', '/v1/invoices', { ...invoice, ...TEN, number: 'V-3' });
  await all.post('done', `/v1/invoices/${invoiceId}/sent`, { channel: 'post' });
}

async function collections(all: Sender, invoiceId: string): Promise<void> {
  const path = `/v1/invoices/${invoiceId}/collections`;
  const because = { reason: 'They do not answer.' };
  const { collectionId } = await all.post('done', path, { agency: 'Recupero S.p.A.', ...because });
  await all.post('in-collection', path, { agency: 'Recupero S.p.A.', ...because });
  await all.post('collection-not-found', `${path}/${NOBODY}/return`, because);
  await all.post('done', `${path}/${collectionId as string}/return`, because);
  await all.post('already-returned', `${path}/${collectionId as string}/return`, because);
}

async function revocations(all: Sender, invoiceId: string): Promise<void> {
  const path = `/v1/invoices/${invoiceId}/extensions`;
  const because = { reason: 'They did not keep it.' };
  const { extensionId } = await all.post('done', path, { agreedDueOn: '2027-01-31', reason: 'They asked.' });
  await all.post('extension-not-found', `${path}/${NOBODY}/revocation`, because);
  await all.post('done', `${path}/${extensionId as string}/revocation`, because);
  await all.post('already-revoked', `${path}/${extensionId as string}/revocation`, because);
}

/** What holds up all that a customer owes: an insolvency, a pause. */
async function customerHolds(all: Sender): Promise<void> {
  const path = '/v1/customers/C-1';
  const because = { reason: 'The court opened proceedings.' };
  await all.post('not-insolvent', `${path}/insolvency/end`, because);
  const since = '2026-01-05';
  await all.post('done', `${path}/insolvency`, { since, reference: 'IN 1/26', ...because });
  await all.post('already-insolvent', `${path}/insolvency`, { since, ...because });
  await all.post('customer-not-found', '/v1/customers/C-9/insolvency', { since, ...because });
  await all.post('done', `${path}/insolvency/end`, because);
  const { pauseId } = await all.post('done', `${path}/pauses`, { until: '2099-12-31', ...because });
  await all.post('already-paused', `${path}/pauses`, because);
  await all.post('customer-not-found', '/v1/customers/C-9/pauses', because);
  await all.post('pause-not-found', `${path}/pauses/${NOBODY}/end`, {});
  await all.post('done', `${path}/pauses/${pauseId as string}/end`, because);
  await all.post('pause-over', `${path}/pauses/${pauseId as string}/end`, because);
}

/** A plan for an invoice that was taken over in instalments, agreed and revoked, and what is refused of it. */
async function plans(all: Sender): Promise<void> {
  const instalments = ['2026-03-31', '2026-04-30'].map((dueOn) => ({ dueOn, amount: '5.00' }));
  const opening = { on: '2026-04-01', settledBefore: '4.00', lastReminder: '2026-03-31', remindersSent: 1 };
  const invoice = { number: 'V-4', customerId: 'C-2', issuedOn: '2026-03-01', instalments, opening };
  const path = `/v1/invoices/${await issued(all, invoice)}`;
  const extension = { agreedDueOn: '2026-05-31', instalment: 2, reason: 'They asked.' };
  await all.post('done', `${path}/extensions`, { ...extension, grantedOn: '2026-04-02' });
  await all.post('invalid', `${path}/extensions`, { ...extension, instalment: 3 });
  const because = { reason: 'They cannot pay it at once.' };
  const plan = { instalments: [{ dueOn: '2035-12-31', amount: '6.00' }], ...because };
  await all.post('not-what-is-open', `${path}/plans`, {
    ...plan,
    instalments: [{ dueOn: '2035-12-31', amount: '7.00' }],
  });
  await all.post('invoice-not-found', `/v1/invoices/${NOBODY}/plans`, plan);
  const { planId } = await all.post('done', `${path}/plans`, plan);
  await all.post('on-plan', `${path}/plans`, plan);
  await all.post('on-plan', `${path}/extensions`, extension);
  await all.post('plan-not-found', `${path}/plans/${NOBODY}/revocation`, because);
  await all.post('done', `${path}/plans/${planId as string}/revocation`, because);
  await all.post('plan-over', `${path}/plans/${planId as string}/revocation`, because);
}

async function drafts(all: Sender): Promise<string> {
  const said = { customerId: 'C-2', issuedOn: '2026-03-01', dueOn: '2026-03-31', ...TEN, notes: 'By hand.' };
  const written = async (change: object = {}): Promise<string> =>
    `/v1/drafts/${(await all.post('done', '/v1/drafts', { ...said, ...change })).id as string}`;
  const [one, other] = [await written(), await written({ work: { project: 'Bridge', approvedBy: 'Neri' } })];
  await all.post('unknown-customer', '/v1/drafts', { ...said, customerId: 'C-9' });
  await all.post('unknown-person', '/v1/drafts', { ...said, ownerId: 'nobody' });
  await all.post('done', `${one}/changes`, { total: '12.00', notes: null });
  await all.post('invalid', `${one}/changes`, {});
  await all.post('draft-not-found', `/v1/drafts/${NOBODY}/changes`, { total: '12.00' });
  await all.post('same-person', `${one}/approval`, {});
  await all.post('done', `${one}/issue`, { series: 'DR-' });
  await all.post('draft-issued', `${one}/issue`, { number: 'DR-9' });
  await all.post('number-taken', `${other}/issue`, { number: 'DR-0001' });
  await all.post('looks-alike', `${other}/issue`, { number: 'dr-0001' });
  await all.post('done', `${other}/discard`, { reason: 'The order was cancelled.' });
  await all.post('draft-discarded', `${other}/approval`, {});
  return one.slice('/v1/drafts/'.length);
}

const TEN = { currency: 'EUR', total: '10.00', ownerId: 'boss' };
const issued = async (all: Sender, invoice: object): Promise<string> =>
  (await all.post('done', '/v1/invoices', { ...invoice, ...TEN })).id as string;

async function notes(all: Sender, invoiceId: string): Promise<void> {
  const note = { text: 'Called Mr Neri: he looks for it.', followUpOn: '2099-12-31' };
  await all.post('done', `/v1/invoices/${invoiceId}/notes`, note);
  await all.post('invoice-not-found', `/v1/invoices/${NOBODY}/notes`, note);
  await all.post('invalid', `/v1/invoices/${invoiceId}/notes`, { ...note, followUpOn: '2020-01-01' });
  await all.post('done', '/v1/customers/C-1/notes', note);
  await all.post('customer-not-found', '/v1/customers/C-9/notes', note);
}
