import { randomUUID } from 'node:crypto';
import type { RecordedFact } from '@quittance/event-store';
import {
  beginning,
  forge,
  foundIn,
  like,
  placed,
  processOf,
  REACTOR,
  withoutMac,
  wrongMac,
} from '../support/forging.js';
import { type Caller, ENTITY, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// What came from Quittance carries a MAC under a secret that the event store never sees.

let quittance: Quittance;
let clerk: Caller;
let invoiceId: string;
/** Facts of the one genuine payment. */
let genuine: { received: RecordedFact; applied: RecordedFact };
/** What was forged so far and stays found. */
const known: string[] = [];
beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as(['clerk', 'manager']);
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
  expect(await beginning(quittance).run(REACTOR)).toEqual({ state: 'begun' });
  ({ id: invoiceId } = await clerk.done('/v1/invoices', {
    ...{ number: 'A2-1', customerId: 'C-1', issuedOn: '2026-03-01', dueOn: '2026-03-31' },
    ...{ currency: 'EUR', total: '50000.00' },
  }));
  const allocations = [{ invoiceId, amount: '10.00' }];
  await clerk.done('/v1/payments', {
    amount: '10.00',
    currency: 'EUR',
    receivedOn: '2026-03-02',
    allocations,
  });
  genuine = { received: await factOf('PaymentReceived'), applied: await factOf('PaymentApplied') };
});
afterAll(() => quittance?.stop());

const WITHOUT_KEY =
  'vault.secrets has lost its keys of MACs (mac-...): restore them from a backup, ' +
  'or make a new one: select vault.new_mac_key()';
const heads = `log-heads-${ENTITY}`;
/** What `check --deep` finds beyond what is known. */
const found = async (): Promise<string[]> => (await foundIn(quittance)).filter((one) => !known.includes(one));
/** What the verification route finds in all. */
const verified = async (): Promise<string[]> =>
  (
    await (
      await quittance.as('auditor', 'audrey')
    ).get<{ found: string[] }>('/v1/audit/verification?limit=10000')
  ).body.found;
const factOf = async (type: string): Promise<RecordedFact> =>
  (await quittance.facts()).findLast((fact) => fact.type === type)!;

describe('once MACs have begun', () => {
  it('what Quittance writes is no finding', async () => {
    expect(await found()).toEqual([]);
  });

  /** The two facts of a payment over 49,990 that nobody made. */
  const payment = async (drop: string[], mac?: object): Promise<RecordedFact[]> => {
    const paymentId = randomUUID();
    const amount = '49990.00';
    const { received, applied } = genuine;
    const part = (received.data.allocations as object[])[0];
    const money = { paymentId, amount, allocations: [{ ...part, amount }] };
    const taken = { paymentId, requested: amount, applied: amount, open: '0.00' };
    const [one, two] = [like(received, money, drop), like(applied, taken, drop)];
    Object.assign(one.metadata, { actor: { id: 'anna', roles: ['clerk'] } }, mac);
    Object.assign(two.metadata, { actor: { id: 'anna', roles: ['clerk'] } }, mac);
    return [
      ...(await forge(quittance, `payment-${paymentId}`, [one])),
      ...(await forge(quittance, `invoice-${invoiceId}`, [two])),
    ];
  };

  story('mended-doors', 'A2', 'a payment forged in somebody’s name is found and named', async (show) => {
    const forged = await payment(['mac']);
    const check = await found();
    const { open } = (await clerk.get<{ open: string }>(`/v1/invoices/${invoiceId}`)).body;
    const what = forged.map(withoutMac);
    show({
      input: 'a payment of 49,990.00 in anna’s name, appended to the event store with a perfect chain',
      right: { open: '0.00', check: what, verification: what },
      got: { open, check, verification: await verified() },
    });
    known.push(...what);
  });

  story('mended-doors', 'A2', 'no older shape and no copied MAC makes it one of Quittance', async (show) => {
    const older = await payment(['mac', 'schema', 'traceparent'], {
      $origin: { recordedAt: '2026-01-01T00:00:00Z', position: '1' },
    });
    const copied = await payment([]);
    const unknown = await payment(['mac'], { mac: { key: 'mine', value: 'f'.repeat(64) } });
    const right = [
      ...older.flatMap((fact) => [
        `${fact.stream}, revision ${fact.revision}: it claims to come from another place of the log`,
        withoutMac(fact),
      ]),
      ...copied.map(wrongMac),
      `2 facts have a MAC by the key mine, which vault.secrets does not hold: restore it from a backup; the first: ` +
        unknown
          .map((fact) => `${placed(fact)} has a MAC by the key mine, which vault.secrets does not hold`)
          .join('; '),
    ];
    const got = await found();
    show({
      input:
        'payments without MAC that claim to be moved from 2026-01-01, with the MAC of another fact, by a key "mine"',
      right: right.sort(),
      got: [...got].sort(),
    });
    known.push(...got);
  });

  story('mended-doors', 'A2', 'a second beginning moves nothing to a later place', async (show) => {
    const begun = (await quittance.facts()).filter(({ type }) => type === 'MacBegun').at(-1)!;
    const [copy] = await forge(quittance, heads, [like(begun, {})]);
    const [without] = await forge(quittance, heads, [like(begun, {}, ['mac'])]);
    const right = [wrongMac(copy!), withoutMac(without!)];
    show({
      input: 'two more MacBegun after the forged payments, one with the MAC of the true one, one without',
      right: right.sort(),
      got: (await found()).sort(),
    });
    known.push(...right);
  });

  story(
    'mended-doors',
    'A2',
    'a new key makes MACs from now on, the old one goes on to verify',
    async (show) => {
      const { rows } = await quittance.pool.query<{ id: string }>('select vault.new_mac_key() as id');
      await quittance.pool.query(
        `update vault.secrets set made_at = made_at - case name when $1 then interval '60 s' else interval '1 day' end`,
        [`mac-${rows[0]!.id}`],
      );
      await processOf(quittance).register('C-2');
      const [{ metadata: old }, { metadata: fresh }] = [
        await factOf('InvoiceIssued'),
        await factOf('CustomerRegistered'),
      ];
      show({
        input: 'select vault.new_mac_key(), and a minute later a customer is registered',
        right: { newKey: true, oldKeyIsAnother: true, found: [] },
        got: {
          newKey: fresh.mac!.key === rows[0]!.id,
          oldKeyIsAnother: old.mac!.key !== rows[0]!.id,
          found: await found(),
        },
      });
    },
  );

  story('mended-doors', 'A2', 'a lost secret is one finding, and reads and the check go on', async (show) => {
    await quittance.pool.query(
      "create table vault.kept as select * from vault.secrets where name like 'mac-%'; delete from vault.secrets where name like 'mac-%'",
    );
    try {
      const lost = await foundIn(quittance);
      const { status } = await clerk.get(`/v1/invoices/${invoiceId}`);
      const write = await processOf(quittance)
        .register('C-3')
        .catch((error: Error) => error.message);
      const byKey = new Map<string, number>();
      for (const { metadata } of await quittance.facts())
        if (metadata.mac) byKey.set(metadata.mac.key, (byKey.get(metadata.mac.key) ?? 0) + 1);
      const right = [...byKey].map(([id, facts]) => `${facts} facts have a MAC by the key ${id}`);
      show({
        input: 'vault.secrets has lost its keys of MACs',
        right: { found: right.sort(), read: 200, write: WITHOUT_KEY },
        got: {
          found: lost.flatMap((line) => /^.* facts have a MAC by the key \w+/.exec(line) ?? []).sort(),
          read: status,
          write,
        },
      });
    } finally {
      await quittance.pool.query('insert into vault.secrets select * from vault.kept; drop table vault.kept');
    }
    expect(await found()).toEqual([]);
  });
});
