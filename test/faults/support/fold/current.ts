import { inForce, invoicesOf, partsOf, paymentsOf, summed } from './groups.js';
import type { PlainFact } from './plain-fact.js';
import { type FoldedRow, keyText } from './rows.js';

type Rows = Map<string, FoldedRow>;

/** Invoices, payments and their parts as they stand now. */
export function invoiceRows(facts: readonly PlainFact[]): Rows {
  const rows: Rows = new Map();
  for (const [id, { issued, extensions, assignments, applied, last }] of invoicesOf(facts)) {
    const { said, data } = issued;
    const extension = inForce(extensions, 'grantedOn');
    const assignment = inForce(assignments, 'assignedOn');
    const paid = summed(applied, 'applied');
    rows.set(id, {
      ...{ id, number: said.number, customer_id: said.customerId, issued_on: said.issuedOn },
      ...{ due_on: said.dueOn, agreed_due_on: extension?.said.agreedDueOn ?? said.dueOn },
      ...{ extended_on: extension?.said.grantedOn, assigned_on: assignment?.said.assignedOn },
      ...{ currency: said.currency, total: said.total, net: said.net, vat: said.vat },
      ...{ paid, open: paid.negated().plus(said.total!) },
      owner_id: assignment?.said.ownerId ?? said.ownerId,
      ...{ issued_at: issued.at, issued_stated_at: issued.statedAt },
      ...{ lines: data.lines, work: data.work, terms: data.terms },
      ...{ notes: issued.personal('notes'), approved_by: issued.personal('approvedBy') },
      ...{ revision: last.revision, position: last.at },
    });
  }
  return rows;
}

export function paymentRows(facts: readonly PlainFact[]): Rows {
  const rows: Rows = new Map();
  for (const [id, { received, answers, own, last }] of paymentsOf(facts)) {
    const { said } = received;
    const applied = [...answers.values()].filter(({ type }) => type === 'PaymentApplied');
    const allocated = summed(applied, 'applied');
    const waiting = partsOf(received).filter(({ invoiceId }) => !answers.has(invoiceId));
    const pending = waiting.reduce((total, { amount }) => total.plus(amount), summed([], ''));
    rows.set(id, {
      ...{ id, currency: said.currency, received: said.amount, allocated, pending },
      unapplied: allocated.plus(pending).negated().plus(said.amount!),
      ...{ received_on: said.receivedOn, method: said.method, reference: received.personal('reference') },
      ...{ payer_id: said.payerId, customer_id: said.customerId },
      ...{ source: said.source, external_id: said.externalId },
      ...{ received_at: received.at, received_stated_at: received.statedAt },
      ...{ revision: own.revision, position: last.at },
    });
  }
  return rows;
}

export function allocationRows(facts: readonly PlainFact[]): Rows {
  const rows: Rows = new Map();
  for (const [id, { received, answers }] of paymentsOf(facts)) {
    for (const { invoiceId, customerId, number, amount } of partsOf(received)) {
      const answer = answers.get(invoiceId);
      const isApplied = answer?.type === 'PaymentApplied';
      const cut = isApplied && answer.said.applied !== answer.said.requested ? 'less-open' : null;
      rows.set(keyText(id, invoiceId), {
        ...{ payment_id: id, invoice_id: invoiceId, customer_id: customerId, number },
        ...{ currency: received.said.currency, requested: amount },
        applied: isApplied ? answer.said.applied : '0',
        status: !answer ? 'pending' : isApplied ? 'applied' : 'refused',
        code: answer?.type === 'AllocationRefused' ? answer.said.code : cut,
        ...{ received_on: received.said.receivedOn, applied_on: isApplied ? answer.said.appliedOn : null },
        ...{ requested_at: received.at, requested_stated_at: received.statedAt },
        ...{ answered_at: answer?.at, answered_stated_at: answer?.statedAt },
      });
    }
  }
  return rows;
}
