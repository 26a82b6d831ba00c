import { addDays } from '@quittance/kernel';
import type { Problem } from '@quittance/http';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';

// What mails say: ready-made, or as a person wrote it; and a mail as it would be sent.

let quittance: Quittance;
let anna: Caller;
let position: string;
let invoiceId: string;
beforeAll(async () => {
  quittance = await startQuittance();
  anna = await quittance.as('manager', 'anna');
  const today = quittance.clock.today();
  await anna.done('/v1/customers', { customerId: 'C-1', name: "L'Officina <b>Rossi</b>", language: 'it' });
  ({ id: invoiceId, position } = await anna.done('/v1/invoices', {
    ...{ number: '2026-0815', customerId: 'C-1', currency: 'EUR', total: '1250.00' },
    ...{ issuedOn: addDays(today, -35), dueOn: addDays(today, -5), ownerId: 'anna' },
  }));
});
afterAll(() => quittance?.stop());

interface Template {
  id: string;
  version: number;
  subject: string;
}
const FORMAL = '/v1/templates/formal/it';
const WRITTEN = {
  subject: 'Sollecito: {number}',
  body: "Spett. {customer},\n\nl'importo è {total}.\n\n{creditor}",
};

it('texts are ready-made in four languages and three tones; a written one is the next version, and the past stands', async () => {
  const all = (await anna.get<{ items: Template[] }>('/v1/templates', position)).body.items;
  expect(all.map(({ id }) => id)).toEqual(
    ['firm', 'formal', 'friendly'].flatMap((key) => ['bg', 'de', 'en', 'it'].map((one) => `${key}/${one}`)),
  );
  const before = new Date().toISOString();
  const { position: after } = await anna.done(FORMAL, WRITTEN);
  expect((await anna.get<Template>(FORMAL, after)).body).toMatchObject({ version: 1, ...WRITTEN });
  expect((await anna.get<Template>(`${FORMAL}?knownAt=${before}`)).body.version).toBe(0);
  const listed = (await anna.get<{ items: Template[] }>('/v1/templates?version=1..')).body.items;
  expect(listed.map(({ id }) => id)).toEqual(['formal/it']);
  expect((await anna.get<Problem>('/v1/templates/own/it')).body.code).toBe('template-not-found');
  expect((await anna.get<Problem>('/v1/templates/formal/fr')).status).toBe(404);
});

it('a text that cannot be filled is refused, and says why; a clerk writes none', async () => {
  const refused = await anna.post<Problem>(FORMAL, { ...WRITTEN, body: 'Gentile {nome}' });
  expect(refused.body.errors).toMatchObject([{ field: '/body', rule: 'known-name', value: 'nome' }]);
  const clerk = await quittance.as('clerk', 'ivan');
  expect((await clerk.post(FORMAL, WRITTEN)).status).toBe(403);
});

it('a preview is the mail as it would be sent, of what is stored or of what is typed; names are words', async () => {
  const preview = async (body: object) =>
    (
      await anna.post<{ subject: string; text: string; html: string }>(
        '/v1/templates/friendly/it/preview',
        body,
      )
    ).body;
  const { subject, text, html } = await preview({ invoiceId });
  expect(subject.replaceAll('\u00a0', ' ')).toMatch(/^Fattura 2026-0815: 1\.250,00 EUR, scaduta dal /);
  expect(text).toContain("Buongiorno L'Officina <b>Rossi</b>,");
  expect(text).toContain('5 giorni di ritardo');
  expect(html).toContain('L&#39;Officina &lt;b&gt;Rossi&lt;/b&gt;');
  expect((await preview({ customerId: 'C-1', ...WRITTEN })).subject).toBe('Sollecito: 2026-0815');
  const neither = await anna.post<Problem>(`${FORMAL}/preview`, {});
  expect(neither.body.errors).toMatchObject([{ field: '/invoiceId', rule: 'either' }]);
  const unknown = await anna.post<Problem>(`${FORMAL}/preview`, { customerId: 'C-9' });
  expect(unknown.body.code).toBe('unknown-customer');
});
