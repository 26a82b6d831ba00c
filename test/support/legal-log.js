// A legal log of any number of facts, for rebuilds and benchmarks: customers, invoices, payments that settle them, one
// extension in eight. Plain JavaScript, so that bench/ and the specs share it. Nothing is random: the same log each time.
'use strict';
const { createCipheriv, createHash } = require('node:crypto');

const DAY = 86_400_000;
const BEGAN = Date.UTC(2020, 0, 1, 8);
const CUSTOMERS = 1_000;

const uuid = (...parts) => {
  const hex = createHash('md5').update(parts.join(' ')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
};
const hash = (text) => createHash('sha256').update(text).digest('hex');
const day = (n) => new Date(BEGAN + n * DAY).toISOString().slice(0, 10);
const cents = (n) => `${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`;
const keyOf = (subject) => createHash('sha256').update(`key of ${subject}`).digest();

/** As the vault seals it, with a key made of the subject's name. */
function sealed(subject, fields) {
  const iv = createHash('md5').update(subject).digest().subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(subject), iv).setAAD(Buffer.from(subject));
  const text = Buffer.concat([cipher.update(JSON.stringify(fields), 'utf8'), cipher.final()]);
  const base64 = (bytes) => bytes.toString('base64');
  return { subject, v: 1, iv: base64(iv), tag: base64(cipher.getAuthTag()), sealed: base64(text) };
}

/** Facts in commit order, as a store gives them. @param {number} count */
function* legalFacts(count) {
  const revisions = new Map();
  let made = 0;
  const fact = (stream, type, effectiveOn, data, last = false) => {
    const revision = (revisions.get(stream) ?? -1n) + 1n;
    if (last) revisions.delete(stream);
    else revisions.set(stream, revision);
    made += 1;
    const at = BigInt(made) * 10n;
    const id = uuid(stream, revision);
    return {
      stream,
      revision,
      position: { commit: at, prepare: at },
      id,
      type,
      data,
      metadata: {
        $correlationId: uuid('request', made),
        $causationId: uuid('request', made),
        commandId: uuid('command', id),
        commandHash: hash(`body ${made}`),
        actor: { id: 'anna', roles: ['clerk'] },
        entity: 'main',
        effectiveOn,
        schema: 1,
        hashVersion: 1,
        previousHash: revision === 0n ? null : hash(`${stream} ${revision - 1n}`),
        hash: hash(`${stream} ${revision}`),
      },
      recordedAt: new Date(BEGAN + made * 1_000),
    };
  };
  const customer = (n) => ({ customerId: `C${n}`, stream: `customer-${uuid('customer', n)}` });
  const first = Math.min(CUSTOMERS, Math.ceil(count / 20));
  for (let n = 0; n < first && made < count; n += 1) {
    const { customerId, stream } = customer(n);
    const personal = sealed(stream, { name: `Customer ${n}`, email: `c${n}@example.com` });
    const data = { customerId, currency: 'EUR', ownerId: 'anna', registeredOn: day(0), personal };
    yield fact(stream, 'CustomerRegistered', day(0), data);
  }
  for (let n = 0; made < count; n += 1) {
    const invoiceId = uuid('invoice', n);
    const paymentId = uuid('payment', n);
    const number = `INV-${String(n).padStart(7, '0')}`;
    const { customerId, stream: subject } = customer(n % first);
    const [invoice, payment] = [`invoice-${invoiceId}`, `payment-${paymentId}`];
    const [issuedOn, dueOn, receivedOn] = [n, n + 30, n + 20 + (n % 40)].map((days) => day(days % 2_000));
    const total = 10_000 + (n % 90_000);
    const paid = n % 3 === 0 ? total - 100 : total;
    const about = { invoiceId, number, customerId };
    yield fact(
      invoice,
      'InvoiceIssued',
      issuedOn,
      { ...about, issuedOn, dueOn, currency: 'EUR', total: cents(total), ownerId: 'anna' },
      made + 1 >= count,
    );
    if (made >= count) return;
    if (n % 8 === 0) {
      const agreedDueOn = day((n % 2_000) + 60);
      const personal = sealed(subject, { reason: 'Asked for time' });
      const dates = { dueOn, previousDueOn: dueOn, agreedDueOn, grantedOn: issuedOn };
      yield fact(invoice, 'ExtensionGranted', issuedOn, { ...about, ...dates, personal });
      if (made >= count) return;
    }
    const amount = cents(paid);
    yield fact(
      payment,
      'PaymentReceived',
      receivedOn,
      {
        paymentId,
        amount,
        currency: 'EUR',
        receivedOn,
        customerId,
        payerId: customerId,
        allocations: [{ ...about, amount }],
        personal: sealed(payment, { reference: `RF ${n}` }),
      },
      true,
    );
    if (made >= count) return;
    const money = { currency: 'EUR', requested: amount, applied: amount, open: cents(total - paid) };
    const appliedOn = receivedOn > issuedOn ? receivedOn : issuedOn;
    const applied = { ...about, paymentId, payerId: customerId, ...money, receivedOn, appliedOn };
    yield fact(invoice, 'PaymentApplied', appliedOn, applied, true);
  }
}

/**
 * Fills an empty read side with the mirror of such a log, as a projector would have left it but for the tables of the
 * projections. @param {{ query: Function }} pool of node-pg @param {number} count
 */
async function fillMirror(pool, count) {
  const keys = new Set();
  let page = [];
  let last;
  const write = async () => {
    const column = (value) => page.map(value);
    await pool.query(
      `insert into mirror.facts select p, p, stream, revision, id, type, data, metadata, at, at
       from unnest($1::bigint[], $2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::json[], $7::json[], $8::timestamptz[])
         t (p, stream, revision, id, type, data, metadata, at)`,
      [
        column(({ position }) => String(position.commit)),
        column(({ stream }) => stream),
        column(({ revision }) => String(revision)),
        column(({ id }) => id),
        column(({ type }) => type),
        column(({ data }) => JSON.stringify(data)),
        column(({ metadata }) => JSON.stringify(metadata)),
        column(({ recordedAt }) => recordedAt),
      ],
    );
    const subjects = [...keys];
    await pool.query(
      'insert into vault.keys (subject, key) select * from unnest($1::text[], $2::bytea[]) on conflict do nothing',
      [subjects, subjects.map(keyOf)],
    );
    keys.clear();
    page = [];
  };
  for (const fact of legalFacts(count)) {
    page.push(fact);
    last = fact;
    if (fact.data.personal) keys.add(fact.data.personal.subject);
    if (page.length === 5_000) await write();
  }
  await write();
  await pool.query(
    `insert into projector.streams select stream, max(revision) from mirror.facts group by stream`,
  );
  await pool.query(
    `update projector.state set checkpoint_commit = $1, checkpoint_prepare = $1, facts = $2, recorded_max = $3,
       complete_through = $3`,
    [String(last.position.commit), count, last.recordedAt],
  );
  await pool.query('vacuum (analyze) mirror.facts');
}

module.exports = { legalFacts, fillMirror, keyOf };
