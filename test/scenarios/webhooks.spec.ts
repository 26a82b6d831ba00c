import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { reactionParts, REACTIONS } from '@quittance/receivables';
import { Webhook } from 'standardwebhooks';
import { type Caller, ENTITY, type Quittance, startQuittance } from '../support/quittance.js';

// Another system is told of facts as they are recorded: signed, at least once, and nothing of what is personal.

interface Told {
  id: string;
  body: { type: string; timestamp: string; data: { position: string; fact: Record<string, unknown> } };
  headers: Record<string, string>;
  text: string;
}
interface Delivery {
  id: string;
  type: string;
  status: string;
  attempts: number;
  answer: string | null;
}

let quittance: Quittance;
let admin: Caller;
let clerk: Caller;
/** What the receiver heard, and how it answers. */
const told: Told[] = [];
let answers = 204;
const receiver = createServer((request, response) => {
  void text(request).then((body) => {
    const headers = request.headers as Record<string, string>;
    told.push({ id: headers['webhook-id']!, body: JSON.parse(body) as Told['body'], headers, text: body });
    response.writeHead(answers).end();
  });
});
let place: string;

beforeAll(async () => {
  await once(receiver.listen(0, '127.0.0.1'), 'listening');
  place = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  quittance = await startQuittance();
  admin = await quittance.as('admin', 'ada');
  clerk = await quittance.as('clerk', 'carla');
});
afterAll(async () => {
  receiver.close();
  await quittance?.stop();
});
beforeEach(() => {
  told.length = 0;
  answers = 204;
});

/** A reactor's turn, once all that was written is projected. */
async function turn(webhookAllow: string[] = ['127.0.0.0/8']): Promise<void> {
  await clerk.get('/v1/customers?limit=1', String((await quittance.store.end())!.commit));
  const { store, pool, clock } = quittance;
  const execute = (): Promise<never> => Promise.reject(new Error('webhooks send no commands'));
  const parts = reactionParts({ store, execute, pool, clock, entity: ENTITY, together: true, webhookAllow });
  const reaction = REACTIONS.find(({ name }) => name === 'tell webhooks')!;
  await reaction.begin(parts)({
    actor: { id: 'system:reactor', roles: ['system'] },
    correlationId: randomUUID(),
  });
}

const registered = (types: string[], path: string) =>
  admin.done<{ id: string; secret: string; position: string }>('/v1/webhooks', {
    url: `${place}${path}`,
    types,
  });
const customer = (name: string) => clerk.done('/v1/customers', { customerId: randomUUID(), name });
const deliveriesOf = async (id: string): Promise<Delivery[]> =>
  (await admin.get<{ items: Delivery[] }>(`/v1/webhooks/deliveries?webhookId=${id}`)).body.items;
/** As if the time of the next try had come. */
const dueNow = () =>
  quittance.pool.query(`update write_side.webhook_deliveries set due_at = clock_timestamp()`);

it('is told of the facts of its types from then on: signed with its secret, once each, without names', async () => {
  await customer('Before');
  const hook = await registered(['CustomerRegistered', 'NoteAdded'], '/hook');
  await customer('Bianchi Srl');
  await turn();
  await turn();
  expect(told).toHaveLength(1);
  const [{ text: body, headers, body: said, id }] = told as [Told];
  expect(new Webhook(hook.secret).verify(body, headers)).toEqual(said);
  expect(() => new Webhook(hook.secret).verify(`${body} `, headers)).toThrow();
  expect(said).toMatchObject({ type: 'CustomerRegistered', data: { actor: 'carla', revision: 0 } });
  expect(body).not.toContain('Bianchi');
  expect(await deliveriesOf(hook.id)).toMatchObject([
    { id, type: 'CustomerRegistered', status: 'delivered', attempts: 1, answer: '204' },
  ]);
});

it('that is in trouble is tried again with the same id, given up after the last try, and told again by hand', async () => {
  const hook = await registered(['PersonRegistered'], '/trouble');
  answers = 503;
  await admin.done('/v1/people', { personId: 'paul', name: 'Paul', email: 'paul@example.com' });
  for (let i = 0; i < 11; i += 1) {
    await dueNow();
    await turn();
  }
  const ids = new Set(told.map(({ id }) => id));
  expect([told.length, ids.size]).toEqual([11, 1]);
  const [dead] = await deliveriesOf(hook.id);
  expect(dead).toMatchObject({ status: 'dead', attempts: 11, answer: '503' });
  expect((await admin.get(`/v1/webhooks/${hook.id}`)).body).toMatchObject({ dead: 1, waiting: 0 });
  answers = 200;
  await admin.done(`/v1/webhooks/deliveries/${dead!.id}/redelivery`, {});
  await turn();
  expect(told).toHaveLength(12);
  expect(await deliveriesOf(hook.id)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
});

it('in the own network hears nothing, unless the installation allows its address', async () => {
  const hook = await registered(['CustomerRegistered'], '/inside');
  await customer('Verdi');
  await turn([]);
  expect(told).toEqual([]);
  const told0 = (await deliveriesOf(hook.id))[0];
  expect(told0).toMatchObject({ status: 'waiting', attempts: 1, answer: 'address-refused' });
  await dueNow();
  await turn();
  expect(told.some(({ id }) => id === told0!.id)).toBe(true);
});

it('that is switched off is told nothing, also later', async () => {
  const hook = await registered(['CustomerRegistered'], '/off');
  await admin.done(`/v1/webhooks/${hook.id}`, { active: false });
  await customer('Neri');
  await turn();
  await admin.done(`/v1/webhooks/${hook.id}`, { active: true });
  await customer('Gialli');
  await turn();
  expect(await deliveriesOf(hook.id)).toHaveLength(1);
});

it('signs with the former secret, too, for a day after a new one was made', async () => {
  const hook = await registered(['CustomerRegistered'], '/secrets');
  const { secret } = await admin.done<{ secret: string }>(`/v1/webhooks/${hook.id}/secret`, {});
  await customer('Rosa');
  await turn();
  const heard = told.find(({ headers }) => headers['webhook-signature']!.includes(' '))!;
  for (const key of [hook.secret, secret]) {
    expect(new Webhook(key).verify(heard.text, heard.headers)).toEqual(heard.body);
  }
});

it('is an admin’s: its secret is shown once, its types exist, its address holds no password', async () => {
  const url = `${place}/once`;
  const types = ['InvoiceIssued'];
  expect(await clerk.post('/v1/webhooks', { url, types })).toMatchObject({ status: 403 });
  const [first, replay] = [
    await admin.post('/v1/webhooks', { url, types }, { key: 'webhook once' }),
    await admin.post('/v1/webhooks', { url, types }, { key: 'webhook once' }),
  ];
  expect([first.status, replay.status]).toEqual([201, 201]);
  expect(first.body).toMatchObject({ secret: expect.stringMatching(/^whsec_/) as string });
  expect(replay.body).not.toHaveProperty('secret');
  expect(await admin.post('/v1/webhooks', { url, types: ['Nothing'] })).toMatchObject({
    ...{ status: 422, body: { code: 'unknown-fact-type', errors: [{ field: '/types/0' }] } },
  });
  for (const wrong of ['ftp://a.example', 'https://u:p@a.example', 'nowhere', `https://${'a'.repeat(500)}`]) {
    const refused = await admin.post('/v1/webhooks', { url: wrong, types });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: '/url', rule: 'url' }] } });
  }
  const nobody = randomUUID();
  expect(await admin.post(`/v1/webhooks/${nobody}`, { active: false })).toMatchObject({ status: 404 });
  expect(await admin.post(`/v1/webhooks/${nobody}/secret`, {})).toMatchObject({ status: 404 });
});
