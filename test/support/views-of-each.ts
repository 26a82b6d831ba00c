import type { Answered, Caller, PostOptions } from './caller.js';
import { importsOfEach } from './imports-of-each.js';
import { mailsOfEach } from './mails-of-each.js';
import { policiesOfEach } from './policies-of-each.js';
import type { Quittance } from './quittance.js';

interface Sender {
  quittance: Quittance;
  everybody: Caller;
  writes: { path: string; code: string; answered: Answered<unknown> }[];
  post(code: string, path: string, body: unknown, options?: PostOptions): Promise<Record<string, unknown>>;
}

/** Views, instants, and a webhook. @returns the webhook's id */
export async function viewsAndWebhookOfEach(all: Sender): Promise<string> {
  await viewsOfEach(all);
  return webhooksOfEach(all);
}

/** Saved views, named instants, files that are imported: what is no fact; and what mails say to the customer C-1. */
async function viewsOfEach(all: Sender): Promise<void> {
  const view = { name: 'Overdue', path: '/invoices', search: 'status=overdue', shared: true };
  const { id } = await all.post('done', '/v1/views', view);
  await all.post('done', '/v1/views', view);
  await all.post('stale-revision', '/v1/views', view, { ifMatch: '"7"' });
  await all.post('invalid', '/v1/views', { ...view, path: 'invoices' });
  await all.post('done', `/v1/views/${String(id)}/removal`, {});
  await all.post('done', '/v1/views', view);
  await all.post('not-empty', '/v1/demonstration', { seed: 'quittance' });
  await all.post('invalid', '/v1/demonstration', {});
  await importsOfEach(all);
  await policiesOfEach(all);
  const close = { name: 'Close', knownAt: '2026-04-02T22:00:00Z' };
  const named = await all.post('done', '/v1/instants', close);
  await all.post('done', '/v1/instants', close);
  await all.post('instant-taken', '/v1/instants', { ...close, knownAt: '2026-04-02T22:00:01Z' });
  await all.post('done', `/v1/instants/${String(named.id)}/removal`, {});
  await all.post('done', '/v1/instants', close);
  await mailsOfEach(all, 'C-1');
  await alertsOfEach(all);
}

/** How people are told of what falls due. */
async function alertsOfEach(all: Sender): Promise<void> {
  await all.post('done', '/v1/people/mara/alerts', { alerts: 'mail', language: 'it' });
  await all.post('invalid', '/v1/people/mara/alerts', { alerts: 'pigeon' });
  await all.post('person-not-found', '/v1/people/nobody/alerts', { alerts: 'mail' });
  await all.post('person-erased', '/v1/people/anna/alerts', { alerts: 'mail' });
}

/** A webhook, changed, with another secret; and what is refused of it. @returns its id */
async function webhooksOfEach(all: Sender): Promise<string> {
  const hook = { url: 'https://erp.example/quittance', types: ['InvoiceIssued'] };
  const id = String((await all.post('done', '/v1/webhooks', hook)).id);
  await all.post('invalid', '/v1/webhooks', { ...hook, url: 'erp.example' });
  await all.post('unknown-fact-type', '/v1/webhooks', { ...hook, types: ['Nothing'] });
  await all.post('done', `/v1/webhooks/${id}`, { active: false });
  await all.post('webhook-not-found', `/v1/webhooks/${NOBODY}`, { active: false });
  await all.post('done', `/v1/webhooks/${id}/secret`, {});
  await all.post('not-found', `/v1/webhooks/${NOBODY}/secret`, {});
  await all.post('not-found', `/v1/webhooks/deliveries/${NOBODY}/redelivery`, {});
  return id;
}

const NOBODY = '00000000-0000-4000-8000-000000000000';
