import { webcrypto } from 'node:crypto';
import { PROBLEM_CODES, TOLD_CODES } from '@quittance/http';
import { addDays } from '@quittance/kernel';
import canonicalize from 'canonicalize';
import { useInvoices } from '../support/around-invoices.js';
import { recordedHead } from '../support/recorded-head.js';
import { story } from '../support/story.js';

// What the API says beside what is open: why not and what instead, facts one by one and as stored, changes as they come.

const its = useInvoices();
const { invoice, of } = its;

interface Timeline {
  items: { position: string; type: string }[];
}

story(
  'page',
  'B22',
  'A refusal says its numbers apart from its sentence, and what can be done instead',
  async (show) => {
    const { id: invoiceId } = await invoice({ number: 'R-1' });
    const received = { amount: '50.00', currency: 'EUR', receivedOn: its.today };
    const { id } = await its.clerk.done('/v1/payments', received);
    const asked = { allocations: [{ invoiceId, amount: '80.00' }] };
    const told = async (path: string, body: object, ifMatch?: string): Promise<object> => {
      const { body: problem } = await its.clerk.post(path, body, ifMatch === undefined ? {} : { ifMatch });
      const { code, params, possible } = problem;
      return { code, params, possible };
    };
    const plan = { instalments: [{ dueOn: addDays(its.today, 30), amount: '90.00' }], reason: 'They asked.' };
    show({
      input: 'more than is free, a plan over less than is open, a stale revision, a number that is taken',
      right: {
        free: {
          code: 'more-than-free',
          params: { free: '50.00', currency: 'EUR', others: '0.00' },
          possible: [{ action: 'lower', amount: '50.00', currency: 'EUR' }, { action: 'undo-allocation' }],
        },
        plan: {
          code: 'not-what-is-open',
          params: { sum: '90.00', open: '100.00', currency: 'EUR', agreedOn: its.today },
          possible: [{ action: 'change-parts', amount: '100.00', currency: 'EUR' }],
        },
        stale: { code: 'stale-revision', params: { revision: '0' }, possible: [{ action: 'read-again' }] },
        taken: { code: 'number-taken', params: { number: 'R-1' }, possible: [{ action: 'other-number' }] },
      },
      got: {
        free: await told(`/v1/payments/${id}/allocations`, asked),
        plan: await told(`/v1/invoices/${invoiceId}/plans`, plan),
        stale: await told(`/v1/invoices/${invoiceId}/pauses`, { reason: 'They move.' }, '"7"'),
        taken: await told('/v1/invoices', {
          ...{ number: 'R-1', customerId: await its.customer(), issuedOn: its.due, dueOn: its.due },
          ...{ currency: 'EUR', total: '1.00' },
        }),
      },
    });
  },
);

it('each code of a conflict says whether something can be done instead', () => {
  const conflicts = Object.entries(PROBLEM_CODES).filter(
    ([, { status }]) => status === 409 || status === 412,
  );
  expect(conflicts.map(([code]) => code).filter((code) => !TOLD_CODES.has(code))).toEqual([]);
});

interface Fact {
  stream: string;
  revision: number;
  position: string;
  id: string;
  type: string;
  data: string;
  metadata: string;
  hash: string;
  whole: boolean;
  legs: { account: string; amount: string }[];
  previous: { hash: string } | null;
  next: { type: string } | null;
  causedBy: { position: string; type: string } | null;
  consequences: { position: string }[];
  proof: { from: { hash: string } | null; hashes: string[]; place: number; to: { hash: string } } | null;
}

/** As a browser works it out: SHA-256 of the RFC 8785 form. */
async function sha256(text: string): Promise<string> {
  const hash = await webcrypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(hash).toString('hex');
}

function formOf(stream: string, { revision, id, type, ...stored }: Fact): string {
  const {
    hash: _hash,
    $origin: _origin,
    ...metadata
  } = JSON.parse(stored.metadata) as Record<string, unknown>;
  const { hashVersion, previousHash } = metadata;
  const data = JSON.parse(stored.data) as object;
  return canonicalize({
    hashVersion,
    previousHash,
    stream,
    revision: String(revision),
    id,
    type,
    data,
    metadata,
  })!;
}

story(
  'page',
  'B23',
  'A fact with what caused it and what it caused; its chain and its place in the log are worked out elsewhere',
  async (show) => {
    const { id } = await invoice({ number: 'F-1', notes: 'Call Mr Rossi first.' });
    const correlation = 'month-end-7';
    const received = {
      amount: '30.00',
      currency: 'EUR',
      receivedOn: its.today,
      allocations: [{ invoiceId: id, amount: '30.00' }],
    };
    await its.clerk.done('/v1/payments', received, { headers: { 'x-correlation-id': correlation } });
    await recordedHead(its.quittance);
    const { items: caused } = await of<Timeline>(`/v1/invoices/${id}/timeline`);
    const [issued, paid] = await Promise.all(
      [caused[0]!, caused[1]!].map(({ position }) => of<Fact>(`/v1/facts/${position}`)),
    );
    const raw = await of<{ items: Fact[]; next: number | null }>(`/v1/streams/invoice-${id}/raw`);
    const recomputed: boolean[] = [];
    for (const fact of raw.items) {
      const { hash } = JSON.parse(fact.metadata) as { hash: string };
      recomputed.push((await sha256(formOf(`invoice-${id}`, fact))) === hash);
    }
    const flipped = { ...raw.items[0]!, data: raw.items[0]!.data.replace('F-1', 'F-2') };
    const { proof } = paid!;
    let running = proof!.from?.hash ?? '';
    for (const hash of proof!.hashes) running = await sha256(running + hash);
    const { body: audit } = await its.manager.get<Timeline>(`/v1/audit?correlation=${correlation}`);
    const cause = await its.manager.get<Fact>(`/v1/facts/${paid!.causedBy!.position}`);
    show({
      input: 'an invoice with a note, and a payment that settles a part of it; a head of the log',
      right: {
        neighbours: [null, 'PaymentApplied', issued!.hash, null],
        causes: ['PaymentReceived', true],
        whole: [true, true],
        legs: [
          ['receivable 100.00', 'issued -100.00'],
          ['pending 30.00', 'receivable -30.00'],
        ],
        recomputed: [true, true],
        flipped: false,
        sealed: [false, true],
        proof: [paid!.hash, proof!.to.hash],
        correlation: ['PaymentReceived', 'PaymentApplied', 'AllocationAnswered'],
        clerk: [403, 403, 200],
        nobody: [404, 404],
      },
      got: {
        neighbours: [issued!.previous, issued!.next?.type, paid!.previous?.hash, paid!.next],
        causes: [
          paid!.causedBy?.type,
          cause.body.consequences.some(({ position }) => position === paid!.position),
        ],
        whole: [issued!.whole, paid!.whole],
        legs: [issued!, paid!].map(({ legs }) => legs.map(({ account, amount }) => `${account} ${amount}`)),
        recomputed,
        flipped: (await sha256(formOf(`invoice-${id}`, flipped))) === issued!.hash,
        sealed: [raw.items[0]!.data.includes('Rossi'), raw.items[0]!.data.includes('sealed')],
        proof: [proof!.hashes[proof!.place], running],
        correlation: audit.items.map(({ type }) => type),
        clerk: [
          (await its.clerk.get('/v1/streams/log-heads-main/raw')).status,
          (await its.clerk.get('/v1/streams/person-carla/raw')).status,
          (await its.manager.get('/v1/streams/log-heads-main/raw')).status,
        ],
        nobody: [
          (await its.manager.get('/v1/streams/invoice-nothing/raw')).status,
          (await its.manager.get('/v1/facts/999999999999')).status,
        ],
      },
    });
  },
);

story('page', 'B24', 'Changes are told as they come, by a stream or to whoever waits', async (show) => {
  const first = await its.clerk.get<{ position: string }>('/v1/live/next?wait=0');
  const { position } = first.body;
  const waiting = its.clerk.get<{ position: string; invoices: string[]; reports: boolean; standing: object }>(
    '/v1/live/next?wait=25',
  );
  const { id } = await invoice({ number: 'L-live' });
  const heard = await waiting;
  await of('/v1/times');
  const since = await its.clerk.get<{ invoices: string[] }>(`/v1/live/next?after=${position}&wait=0`);
  const streamed = await its.clerk.ask<string>('/v1/live?seconds=1', {
    headers: { 'last-event-id': position },
  });
  const refused = await its.clerk.get('/v1/live?seconds=100000');
  show({
    input: 'somebody waits, somebody streams from a position; an invoice is issued',
    right: {
      heard: true,
      since: true,
      type: 'text/event-stream; charset=utf-8',
      changed: true,
      standing: true,
      refused: 422,
    },
    got: {
      heard: heard.body.reports || BigInt(heard.body.position) > BigInt(position),
      since: since.body.invoices.includes(id),
      type: streamed.headers.get('content-type'),
      changed: new RegExp(`id: \\d+\\nevent: changed\\ndata: .*"invoices":\\["${id}"\\]`).test(streamed.body),
      standing: /event: standing\ndata: {"behindMs":\d+,"stale":(true|false),"parked":0}/.test(streamed.body),
      refused: refused.status,
    },
  });
});

story('page', 'B25', 'How many facts were recorded on which day, and how many of them late', async (show) => {
  const { body: before } = await its.clerk.get<{ days: { recorded: number; backDated: number }[] }>(
    '/v1/times',
  );
  await invoice({ number: 'late' });
  const { days, first, last } = await of<{
    days: { day: string; recorded: number; backDated: number }[];
    first: string;
    last: string;
  }>('/v1/times');
  const [was, is] = [before.days.at(-1)!, days.at(-1)!];
  show({
    input: 'an invoice of 90 days ago is issued today, with its customer',
    right: { more: [2, 1], ordered: true, wrong: [422, 422] },
    got: {
      more: [is.recorded - was.recorded, is.backDated - was.backDated],
      ordered: first < last,
      wrong: [
        (await its.clerk.get('/v1/times?from=2020-01-01')).status,
        (await its.clerk.get('/v1/times?from=2026-02-01&to=2026-01-01')).status,
      ],
    },
  });
});
