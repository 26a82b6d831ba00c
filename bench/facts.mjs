// A long history made up: invoices over two years of recorded time, some extended, some in three instalments, every sixth
// paid in part. Its ids
// are scattered like those of names, and its hashes are of the right length only: no rebuild looks at them.
import { ACTOR, ENTITY } from './sides/histories.mjs';

const DAY = 86_400_000;
const BEGIN = Date.UTC(2024, 0, 1);
const DAYS = 730;
const TERMS = [14, 30, 60, 90];

/** Facts that so many invoices come to. */
export const factsOf = (invoices) => invoices + Math.floor(invoices / 20) + 2 * Math.floor(invoices / 6);

/** As many invoices as come to so many facts, or a few more. */
export const invoicesOf = (facts) => Math.ceil(facts / factsOf(60)) * 60;

/** In commit order, as a store gives them back; recorded evenly over two years, the last one lately. */
export function* facts(invoices) {
  const step = (DAYS * DAY) / factsOf(invoices);
  let position = 0;
  const fact = (stream, { revision, hash: previousHash }, type, data, effectiveOn) => {
    position += 1;
    const id = scattered(position, 1);
    const hash = id.replaceAll('-', '').repeat(2);
    const metadata = {
      $correlationId: id,
      $causationId: id,
      commandId: id,
      commandHash: hash,
      actor: ACTOR,
      entity: ENTITY,
      effectiveOn,
      schema: 1,
      hashVersion: 1,
      previousHash,
      hash,
    };
    const at = BigInt(position);
    const recordedAt = new Date(Math.floor(BEGIN + position * step));
    return { stream, revision, position: { commit: at, prepare: at }, id, type, data, metadata, recordedAt };
  };
  for (let i = 1; i <= invoices; i += 1) {
    const today = Math.floor((position * step) / DAY);
    const number = `INV-${String(i).padStart(8, '0')}`;
    const invoiceId = scattered(i, 2);
    const customerId = `C-${i % 5_000}`;
    const currency = i % 20 === 0 ? 'USD' : 'EUR';
    const about = { invoiceId, number, customerId };
    const due = today + TERMS[i % 4];
    const dueOn = dateOf(due);
    const total = 100 + ((i * 37) % 9_000);
    const parts = i % 20 === 10 && { instalments: inThree(total, due) };
    const stream = `invoice-${invoiceId}`;
    const issuedOn = dateOf(today);
    const issued = {
      ...about,
      issuedOn,
      dueOn,
      currency,
      total: `${total}.00`,
      ownerId: `owner-${i % 40}`,
      ...parts,
    };
    let last = fact(stream, NONE, 'InvoiceIssued', issued, issuedOn);
    yield last;
    if (i % 20 === 0) {
      const agreedDueOn = dateOf(today + 120);
      const extended = { ...about, dueOn, previousDueOn: dueOn, agreedDueOn, grantedOn: issuedOn };
      const personal = { subject: `customer-${customerId}`, reason: 'asked for more time' };
      last = fact(stream, after(last), 'ExtensionGranted', { ...extended, personal }, issuedOn);
      yield last;
    }
    if (i % 6 === 0) {
      const paymentId = scattered(i, 3);
      const applied = (total / 4).toFixed(2);
      const open = (total - Number(applied)).toFixed(2);
      const money = { paymentId, currency, receivedOn: issuedOn };
      const allocations = [{ invoiceId, customerId, number, amount: applied }];
      const received = { ...money, amount: applied, customerId, payerId: customerId, allocations };
      yield fact(`payment-${paymentId}`, NONE, 'PaymentReceived', received, issuedOn);
      const taken = { ...about, ...money, payerId: customerId, requested: applied, applied, open };
      yield fact(stream, after(last), 'PaymentApplied', { ...taken, appliedOn: issuedOn }, issuedOn);
    }
  }
}

/** Before the first fact of a stream; what the next one must know of the last. */
const NONE = { revision: 0n, hash: null };
const after = ({ revision, metadata: { hash } }) => ({ revision: revision + 1n, hash });

/** Three instalments, thirty days apart. */
function inThree(total, due) {
  const third = Math.floor(total / 3);
  const amounts = [third, third, total - 2 * third];
  return amounts.map((amount, i) => ({ dueOn: dateOf(due + 30 * i), amount: `${amount}.00` }));
}

const dates = new Map();
/** The date so many days after the beginning. */
function dateOf(day) {
  let date = dates.get(day);
  if (!date) dates.set(day, (date = new Date(BEGIN + day * DAY).toISOString().slice(0, 10)));
  return date;
}

/** A uuid that neighbours share no prefix of, as with those that are made of names; another one for each `kind`. */
function scattered(i, kind) {
  const [a, b, c, d] = [0, 1, 2, 3].map((word) => mixed(i + Math.imul(4 * kind + word, 0x9e3779b9)));
  return `${a}-${b.slice(0, 4)}-5${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
}

/** The end of MurmurHash3: each bit of the number changes half of those in the answer; eight hexadecimal digits. */
function mixed(number) {
  let h = number | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
