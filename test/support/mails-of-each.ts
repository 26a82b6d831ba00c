import type { PostOptions } from './caller.js';

interface Sender {
  post(code: string, path: string, body: unknown, options?: PostOptions): Promise<Record<string, unknown>>;
}

/** What mails say. @param customerId who owes something by today */
export async function mailsOfEach(all: Sender, customerId: string): Promise<void> {
  const formal = '/v1/templates/formal/it';
  const text = { subject: 'Fattura {number}', body: 'Gentile {customer},\n\n{total}\n\n{creditor}' };
  await all.post('done', formal, text);
  await all.post('invalid', formal, { ...text, body: '{iban}' });
  await all.post('template-not-found', '/v1/templates/formal/fr', text);
  await all.post('template-not-found', '/v1/templates/own/it/preview', { customerId });
  await all.post('unknown-customer', `${formal}/preview`, { customerId: 'C-9' });
  await all.post('done', `${formal}/preview`, { customerId });
  const nobody = '/v1/reminders/0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c';
  await all.post('mail-not-found', `${nobody}/approval`, {});
  await all.post('mail-not-found', `${nobody}/refusal`, { reason: 'They were called.' });
  await all.post('mail-not-found', `${nobody}/changes`, { subject: '{number}' });
  await all.post('done', '/v1/reminders/approvals', { ids: ['0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'] });
  await all.post('mail-not-found', `${nobody.replace('reminders', 'mails')}/bounce`, {
    code: 'full',
    permanent: false,
  });
}
