// A long history made up: invoices over two years of recorded time, some extended, every sixth paid in part.
import { createHash } from 'node:crypto';
import { lib } from './product.mjs';
import { ACTOR, ENTITY } from './sides/histories.mjs';

const DAY = 86_400_000;
const BEGIN = Date.UTC(2024, 0, 1);
const DAYS = 730;
const TERMS = [14, 30, 60, 90];
const { uuid5 } = lib('event-store');
const hash = (text) => createHash('sha256').update(text).digest('hex');
const plain = (at) => new Date(at).toISOString().slice(0, 10);

/** Facts that so many invoices come to. */
export const factsOf = (invoices) => invoices + Math.floor(invoices / 20) + 2 * Math.floor(invoices / 6);

/** In commit order, as a store gives them back; recorded evenly over two years, the last one lately. */
export function* facts(invoices) {
  const step = (DAYS * DAY) / factsOf(invoices);
  let position = 0;
  const ends = new Map();
  const fact = (stream, type, data, effectiveOn) => {
    position += 1;
    const end = ends.get(stream) ?? { revision: 0n, hash: null };
    const id = uuid5(stream, String(end.revision));
    const metadata = {
      $correlationId: id,
      $causationId: id,
      commandId: id,
      commandHash: hash(id),
      actor: ACTOR,
      entity: ENTITY,
      effectiveOn,
      schema: 1,
      hashVersion: 1,
      previousHash: end.hash,
      hash: hash(`${id} ${position}`),
    };
    ends.set(stream, { revision: end.revision + 1n, hash: metadata.hash });
    const at = { commit: BigInt(position), prepare: BigInt(position) };
    const recordedAt = new Date(Math.floor(BEGIN + position * step));
    return { stream, revision: end.revision, position: at, id, type, data, metadata, recordedAt };
  };
  for (let i = 1; i <= invoices; i += 1) {
    ends.clear();
    const today = BEGIN + position * step;
    const number = `INV-${String(i).padStart(8, '0')}`;
    const invoiceId = uuid5('bench', number);
    const customerId = `C-${i % 5_000}`;
    const currency = i % 20 === 0 ? 'USD' : 'EUR';
    const about = { invoiceId, number, customerId };
    const dueOn = plain(today + TERMS[i % 4] * DAY);
    const total = 100 + ((i * 37) % 9_000);
    const stream = `invoice-${invoiceId}`;
    const issuedOn = plain(today);
    const issued = { ...about, issuedOn, dueOn, currency, total: `${total}.00`, ownerId: `owner-${i % 40}` };
    yield fact(stream, 'InvoiceIssued', issued, issuedOn);
    if (i % 20 === 0) {
      const agreedDueOn = plain(today + 120 * DAY);
      const extended = { ...about, dueOn, previousDueOn: dueOn, agreedDueOn, grantedOn: issuedOn };
      const personal = { subject: `customer-${customerId}`, reason: 'asked for more time' };
      yield fact(stream, 'ExtensionGranted', { ...extended, personal }, issuedOn);
    }
    if (i % 6 === 0) {
      const paymentId = uuid5('bench', number, 'payment');
      const applied = `${total / 4}`.includes('.') ? (total / 4).toFixed(2) : `${total / 4}.00`;
      const open = (total - Number(applied)).toFixed(2);
      const money = { paymentId, currency, receivedOn: issuedOn };
      const allocations = [{ invoiceId, customerId, number, amount: applied }];
      const received = { ...money, amount: applied, customerId, payerId: customerId, allocations };
      yield fact(`payment-${paymentId}`, 'PaymentReceived', received, issuedOn);
      const taken = { ...about, ...money, payerId: customerId, requested: applied, applied, open };
      yield fact(stream, 'PaymentApplied', { ...taken, appliedOn: issuedOn }, issuedOn);
    }
  }
}
