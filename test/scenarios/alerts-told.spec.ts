import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { addDays } from '@quittance/kernel';
import { reactionParts, REACTIONS } from '@quittance/receivables';
import { simpleParser } from 'mailparser';
import { TellPeople } from '../../libs/receivables/src/alert/tell-people.policy.js';
import { BY, executing, MailServer, settled } from '../support/mailing.js';
import { type Caller, ENTITY, type Quittance, startQuittance, ZONE } from '../support/quittance.js';
import { story } from '../support/story.js';

// Who chose so is told once a day what falls due: by mail, or by webhook. What is paid in between is left out.

let quittance: Quittance;
let ada: Caller;
let server: MailServer;
let outbox: string;
/** What the receiver heard of digests. */
const heard: { personId: string; alerts: string; items: { number: string }[]; more: number }[] = [];
const receiver = createServer((request, response) => {
  void text(request).then((body) => {
    const { data } = JSON.parse(body) as { data: { fact: (typeof heard)[number] } };
    heard.push(data.fact);
    response.writeHead(204).end();
  });
});

beforeAll(async () => {
  await once(receiver.listen(0, '127.0.0.1'), 'listening');
  quittance = await startQuittance();
  ada = await quittance.as(['admin', 'manager', 'clerk'], 'ada');
  server = await MailServer.start();
  outbox = await mkdtemp(join(tmpdir(), 'outbox-'));
  const person = (personId: string, leadId?: string) =>
    ada.done('/v1/people', { personId, name: personId, email: `${personId}@example.com`, leadId });
  await person('lea');
  await person('olga', 'lea');
  await person('amir');
  await ada.done('/v1/customers', { customerId: 'C-1', name: 'Acme', ownerId: 'amir' });
});
afterAll(async () => {
  receiver.close();
  await server?.stop();
  await quittance?.stop();
  await rm(outbox, { recursive: true, force: true });
});
beforeEach(() => {
  server.got.length = 0;
  server.reception = 'take';
  heard.length = 0;
});

interface Digest {
  id: string;
  personId: string;
  status: string;
  code: string | null;
  named: number;
  more: number;
}
const caughtUp = async (): Promise<void> =>
  settled(ada, String((await quittance.facts()).at(-1)!.position.commit));
const telling = (smtpUrl: string | undefined = server.url): TellPeople => {
  const { store, pool, clock } = quittance;
  const mail = { smtpUrl, from: 'Bianchi <office@bianchi.example>', outbox, timeZone: ZONE };
  const parts = { store, pool, clock, entity: ENTITY, execute: executing(quittance) };
  return new TellPeople(parts, { ...mail, publicUrl: 'https://q.example' });
};
const digestsOf = async (query = ''): Promise<Digest[]> => {
  await caughtUp();
  return (await ada.get<{ items: Digest[] }>(`/v1/digests?sort=personId${query}`)).body.items;
};
/** An invoice of Olga's that is due so many days from today on, negative: ago. */
const due = async (number: string, days: number, total = '100.00'): Promise<string> => {
  const today = quittance.clock.today();
  const dates = { issuedOn: addDays(today, days - 30), dueOn: addDays(today, days) };
  const body = { number, customerId: 'C-1', ...dates, currency: 'EUR', total, ownerId: 'olga' };
  return (await ada.done('/v1/invoices', body)).id;
};
const pay = (invoiceId: string, amount: string) =>
  ada.done('/v1/payments', {
    ...{ amount, currency: 'EUR', receivedOn: quittance.clock.today() },
    allocations: [{ invoiceId, amount }],
  });
const choose = (personId: string, alerts: string, language?: string) =>
  ada.done(`/v1/people/${personId}/alerts`, { alerts, language });
/** A turn of the reactor that tells webhooks. */
async function webhooks(): Promise<void> {
  await caughtUp();
  const { store, pool, clock } = quittance;
  const execute = (): Promise<never> => Promise.reject(new Error('webhooks send no commands'));
  const webhookAllow = ['127.0.0.0/8'];
  const parts = reactionParts({ store, execute, pool, clock, entity: ENTITY, together: true, webhookAllow });
  const reaction = REACTIONS.find(({ name }) => name === 'tell webhooks')!;
  await reaction.begin(parts)({ ...BY, correlationId: randomUUID() });
}

story(
  'chase',
  'C2',
  'Each person is told once a day what falls due, by mail or by webhook, as they chose',
  async (show) => {
    await due('late', -1, '1250.00');
    const paid = await due('paid', -1);
    const part = await due('part paid', 0);
    await due('nobody', -4);
    await due('soon', 2);
    await choose('olga', 'mail', 'it');
    await choose('lea', 'webhook');
    await ada.done('/v1/webhooks', {
      url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
      types: ['DigestDrawnUp'],
    });
    await caughtUp();
    const first = await telling().drawUp(BY);
    // What closed before it leaves is left out; what was paid in part has what is open.
    await pay(paid, '100.00');
    await pay(part, '40.00');
    await caughtUp();
    await telling().leave(BY);
    const again = { drawn: await telling().drawUp(BY), left: await telling().leave(BY) };
    await webhooks();
    const [mail] = server.got;
    const { subject, text: body, messageId } = await simpleParser(mail!.source);
    const lines = body!.split('\n').filter((line) => line.includes('  |  '));
    const digests = await digestsOf();
    show({
      input:
        'five invoices of Olga’s; she chose mail in Italian, Lea, who leads her, webhook, Amir nothing; two are paid before the mail leaves',
      right: {
        first: { told: 2, unaddressed: 0 },
        again: { drawn: { told: 0, unaddressed: 0 }, left: { left: 0, failed: 0 } },
        mails: [['olga@example.com']],
        subject: true,
        named: [
          'Scaduta | late | 1.250,00 EUR',
          'Scaduta | nobody | 100,00 EUR',
          'In scadenza oggi | part paid | 60,00 EUR',
        ],
        linked: true,
        webhook: [
          { personId: 'lea', alerts: 'webhook', numbers: ['nobody'], more: 0 },
          { personId: 'olga', alerts: 'mail', numbers: ['nobody', 'late', 'paid', 'part paid'], more: 0 },
        ],
        digests: [
          { personId: 'lea', status: 'told', named: 1 },
          { personId: 'olga', status: 'sent', named: 3 },
        ],
        sameMessageId: true,
      },
      got: {
        first,
        again,
        mails: server.got.map(({ to }) => to),
        subject: subject!.startsWith('3 fatture da guardare il '),
        named: lines
          .map((line) => line.replace(/\u00a0/g, ' ').split('  |  '))
          .map(([what, number, , , open]) => `${what} | ${number} | ${open}`)
          .sort()
          .reverse()
          .sort(
            (one, other) =>
              Number(one.includes('oggi')) - Number(other.includes('oggi')) || (one < other ? -1 : 1),
          ),
        linked: lines.every((line) => line.includes('https://q.example/invoices/')),
        webhook: heard
          .map(({ personId, alerts, items, more }) => ({
            ...{ personId, alerts, numbers: items.map(({ number }) => number), more },
          }))
          .sort((one, other) => (one.personId < other.personId ? -1 : 1)),
        digests: digests.map(({ personId, status, named }) => ({ personId, status, named })),
        sameMessageId: messageId === `<${digests[1]!.id}@bianchi.example>`,
      },
    });
  },
);

it('nothing leaves where all of it closed, or the person chose otherwise; a server that says later is asked again', async () => {
  const amir = async (): Promise<Digest> => (await digestsOf('&personId=amir'))[0]!;
  await choose('amir', 'mail');
  await caughtUp();
  expect(await telling().drawUp(BY)).toEqual({ told: 1, unaddressed: 0 });
  await caughtUp();
  server.reception = { refuse: 451 };
  expect(await telling().leave(BY)).toEqual({ left: 0, failed: 1 });
  expect(await amir()).toMatchObject({ status: 'waiting', code: '451' });
  expect(await telling().leave(BY)).toEqual({ left: 0, failed: 0 });
  await quittance.pool.query(`update live.digests set tried_at = tried_at - interval '1 day'`);
  await choose('amir', 'none');
  await caughtUp();
  server.reception = 'take';
  await telling().leave(BY);
  expect(await amir()).toMatchObject({ status: 'dropped', code: 'not-wanted' });
  expect(server.got).toEqual([]);
});

it('a server that dies with the mail leaves nobody knowing; without one it goes into the outbox', async () => {
  for (const [personId, dies] of [
    ['dora', true],
    ['emil', false],
  ] as const) {
    await ada.done('/v1/people', { personId, name: personId, email: `${personId}@example.com` });
    await choose(personId, 'mail', 'de');
    const today = quittance.clock.today();
    const dates = { issuedOn: addDays(today, -30), dueOn: today };
    const body = { number: `of ${personId}`, customerId: 'C-1', ...dates, currency: 'EUR', total: '1.00' };
    await ada.done('/v1/invoices', { ...body, ownerId: personId });
    await caughtUp();
    await telling().drawUp(BY);
    await caughtUp();
    server.reception = dies ? 'die' : 'take';
    await telling(dies ? server.url : '').leave(BY);
    const [digest] = await digestsOf(`&personId=${personId}`);
    expect(digest).toMatchObject({ personId, status: dies ? 'unknown' : 'sent' });
    if (!dies) expect(await readdir(outbox)).toEqual([`${digest!.id}.eml`]);
  }
});

it('a person without an address is told nothing, and an admin is told so', async () => {
  const nina = await quittance.as('clerk', 'nina');
  await nina.get('/v1/me');
  await nina.done('/v1/customers', { customerId: 'C-2', name: 'Nove', ownerId: 'ada' });
  await nina.done('/v1/people/nina/alerts', { alerts: 'mail' });
  expect((await nina.post('/v1/people/olga/alerts', { alerts: 'none' })).status).toBe(403);
  await caughtUp();
  expect(await telling().drawUp(BY)).toEqual({ told: 0, unaddressed: 1 });
  const { items } = (await ada.get<{ items: object[] }>('/v1/work?kind=no-address')).body;
  expect(items).toMatchObject([{ id: 'no-address.nina', ownerId: 'ada' }]);
  expect((await nina.get('/v1/me')).body).toMatchObject({ personId: 'nina', alerts: 'mail' });
  expect((await nina.get('/v1/people/nina')).body).toMatchObject({ alerts: 'mail', language: 'en' });
  await ada.done('/v1/people', { personId: 'nina', name: 'Nina', email: 'nina@example.com' });
  await caughtUp();
  expect((await ada.get<{ items: object[] }>('/v1/work?kind=no-address')).body.items).toEqual([]);
});

it('who is erased is told nothing any more', async () => {
  await ada.done('/v1/erasures', { personId: 'lea', reason: 'Request 7.' });
  await caughtUp();
  expect((await ada.get('/v1/people/lea')).body).toMatchObject({ alerts: 'none', language: null });
  expect((await ada.post('/v1/people/lea/alerts', { alerts: 'mail' })).status).toBe(409);
});
