import type { Ids } from './every-question.js';

/** Who sends a POST that is rightly refused with the code; `done`: it is not. */
interface Sender {
  post(code: string, path: string, body: unknown): Promise<Record<string, unknown>>;
}

const NOBODY = '00000000-0000-5000-8000-000000000000';

/** One of each of what happens around an invoice beside its money, and what is refused of it. */
export async function aroundOfEach(all: Sender, { full }: Ids): Promise<void> {
  await notes(all, full);
}

async function notes(all: Sender, invoiceId: string): Promise<void> {
  const note = { text: 'Called Mr Neri: he looks for it.', followUpOn: '2099-12-31' };
  await all.post('done', `/v1/invoices/${invoiceId}/notes`, note);
  await all.post('invoice-not-found', `/v1/invoices/${NOBODY}/notes`, note);
  await all.post('invalid', `/v1/invoices/${invoiceId}/notes`, { ...note, followUpOn: '2020-01-01' });
  await all.post('done', '/v1/customers/C-1/notes', note);
  await all.post('customer-not-found', '/v1/customers/C-9/notes', note);
}
