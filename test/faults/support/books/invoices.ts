import { Decimal } from 'decimal.js';
import { type Balance, by, inForce, lines, ofType, once, revisions, Sums } from './balance.js';
import type { PlainFact } from './plain-fact.js';

/** What settles an invoice by a decision, or is owed again: the day from which it counts, and whether more is owed by it. */
export const DECIDED: Record<string, [day: string, sign: 1 | -1]> = {
  WrittenOff: ['approvedOn', -1],
  WriteOffReversed: ['reversedOn', 1],
  WriteOffRestored: ['restoredOn', -1],
  SettlementRecorded: ['on', -1],
  SettlementUndone: ['on', 1],
};

/** What is open on each invoice: what was issued less what it took, and what it gave back. By day, too. */
export function openOf(facts: readonly PlainFact[], perDay = false): Sums {
  const open = new Sums();
  for (const { type, said, data } of facts) {
    const move = (day: string, amount: string, sign: 1 | -1): unknown =>
      open.add(perDay ? [said.invoiceId, day] : [said.invoiceId], amount, sign);
    if (type === 'InvoiceIssued') {
      const day = (data.opening as { on: string } | undefined)?.on ?? said.issuedOn!;
      move(day, said.total!, 1);
      move(day, said.settledBefore ?? '0', -1);
    }
    if (type === 'PaymentApplied' || type === 'CreditApplied') move(said.appliedOn!, said.applied!, -1);
    if (type === 'CreditUndone' || type === 'ApplicationUndone') move(said.appliedOn!, said.amount!, 1);
    if (type === 'ApplicationReturned') move(said.reopenedOn!, said.amount!, 1);
    if (type === 'InvoiceVoided') move(said.voidedOn!, said.total!, -1);
    const [decidedOn, sign] = DECIDED[type] ?? [];
    if (decidedOn) move(said[decidedOn]!, said.amount!, sign!);
  }
  return open;
}

export const INVOICES: Balance[] = [
  {
    of: 'invoices',
    projection: 'invoices',
    what: 'what is open, until when, whose it is',
    sql: `select id::text, number, customer_id, currency, total, open, paid,
      agreed_due_on, owner_id, revision from live.invoices`,
    must: (facts) => {
      const open = openOf(facts);
      const paid = new Sums();
      for (const { said } of ofType(facts, 'PaymentApplied')) paid.add([said.invoiceId], said.applied!);
      for (const { said } of ofType(facts, 'ApplicationUndone', 'ApplicationReturned'))
        paid.add([said.invoiceId], said.amount!, -1);
      const revoked = by(ofType(facts, 'ExtensionRevoked'), 'extensionId');
      const granted = ofType(facts, 'ExtensionGranted').filter(({ said }) => !revoked.has(said.extensionId!));
      const agreed = inForce(granted, 'invoiceId', 'grantedOn');
      const owners = inForce(ofType(facts, 'OwnerAssigned'), 'invoiceId', 'assignedOn');
      const at = revisions(facts);
      return once(facts, 'InvoiceIssued', 'invoiceId', ({ said, stream }) => {
        const id = said.invoiceId!;
        const [total, left] = [new Decimal(said.total!), open.of(id)];
        if (left.isNegative())
          throw new Error(`invoice ${id} was settled beyond its total: ${left.toFixed()}`);
        return [
          ...[said.number, said.customerId, said.currency, total, left, paid.of(id)],
          agreed.get(id)?.said.agreedDueOn ?? said.dueOn,
          owners.get(id)?.said.ownerId ?? said.ownerId,
          at.get(stream),
        ];
      });
    },
  },
  {
    of: 'revocation_lines',
    projection: 'receivables',
    what: 'the extensions that were revoked',
    sql: 'select position::text, extension_id, effective_on from live.revocation_lines',
    must: lines('ExtensionRevoked', ({ said }) => [said.extensionId, said.revokedOn]),
  },
  {
    of: 'due_date_lines',
    projection: 'receivables',
    what: 'the agreed due dates',
    sql: 'select position::text, invoice_id, due_on, effective_on from live.due_date_lines',
    must: lines('ExtensionGranted', ({ said }) => [said.invoiceId, said.agreedDueOn, said.grantedOn]),
  },
  {
    of: 'owner_lines',
    projection: 'receivables',
    what: 'the owners',
    sql: 'select position::text, invoice_id, owner_id, effective_on from live.owner_lines',
    must: lines('OwnerAssigned', ({ said }) => [said.invoiceId, said.ownerId, said.assignedOn]),
  },
];
