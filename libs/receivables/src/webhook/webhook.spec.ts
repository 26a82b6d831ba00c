import { given, TODAY } from '../../../../test/support/decisions.js';
import { whatNext } from './webhook.sender.js';
import type { WebhookFacts } from './webhook.events.js';
import { webhooks } from './webhook.stream.js';

const url = 'https://erp.example/quittance';
const REGISTERED: { type: 'WebhookRegistered'; data: WebhookFacts['WebhookRegistered'] } = {
  type: 'WebhookRegistered',
  data: { webhookId: '1', url, types: ['InvoiceIssued', 'PaymentReceived'], registeredOn: TODAY },
};
const changed = (change: object) => ({
  type: 'WebhookChanged' as const,
  data: { webhookId: '1', url, types: REGISTERED.data.types, active: true, changedOn: TODAY, ...change },
});

describe('a webhook', () => {
  const change = (command: object, ...facts: (typeof REGISTERED | ReturnType<typeof changed>)[]) =>
    given(webhooks, ...facts).when('ChangeWebhook', { webhookId: '1', ...command }, undefined);

  it('is registered with its types in the order of their names', () => {
    const types = ['PaymentReceived', 'InvoiceIssued'];
    expect(given(webhooks).when('RegisterWebhook', { url, types }, undefined)).toEqual([REGISTERED]);
  });

  it('changes in what is named alone, and not at all where it is so already', () => {
    expect(change({ types: ['NoteAdded'] }, REGISTERED)).toEqual([changed({ types: ['NoteAdded'] })]);
    expect(change({ active: true, types: ['PaymentReceived', 'InvoiceIssued'] }, REGISTERED)).toEqual([]);
  });

  it('is switched off, and on again', () => {
    expect(change({ active: false }, REGISTERED)).toEqual([changed({ active: false })]);
    expect(change({ active: true }, REGISTERED, changed({ active: false }))).toEqual([changed({})]);
  });

  it('that was never registered is not found', () => {
    expect(change({ active: false })).toMatchObject({ refused: 'webhook-not-found' });
  });
});

describe('a delivery', () => {
  it.each([
    ['a receiver that took it', { status: 204 }, 1, 'delivered'],
    ['one that says it is gone', { status: 410 }, 1, 'dead'],
    ['one in trouble', { status: 503 }, 1, 'waiting'],
    ['one that refuses it', { status: 400 }, 10, 'waiting'],
    ['one that redirects: no redirect is followed', { status: 302 }, 1, 'waiting'],
    ['no answer at all', { failed: 'no-answer' as const }, 10, 'waiting'],
    ['no answer to the last try', { failed: 'no-answer' as const }, 11, 'dead'],
  ])('after %s is %j at try %i: %s', (_what, posted, attempts, status) => {
    expect(whatNext(posted, attempts).status).toBe(status);
  });

  it('waits longer after each try, a fifth more or less, so that not all come at once', () => {
    const waits = (chance: number) =>
      Array.from({ length: 10 }, (_, i) => Math.round(whatNext({ status: 500 }, i + 1, chance).wait));
    expect(waits(0.5)).toEqual([5, 30, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect([waits(0)[9], waits(1)[9]]).toEqual([69_120, 103_680]);
  });
});
