import { Decimal } from 'decimal.js';
import { type Balance, by, inForce, type Must, ofType, Sums } from './balance.js';
import type { PlainFact } from './plain-fact.js';

/** What is open on each invoice: what was issued less what it took, and what it gave back. By day, too. */
export function openOf(facts: readonly PlainFact[], perDay = false): Sums {
  const open = new Sums();
  for (const { type, said } of facts) {
    const move = (day: string, amount: string, sign: 1 | -1): unknown =>
      open.add(perDay ? [said.invoiceId, day] : [said.invoiceId], amount, sign);
    if (type === 'InvoiceIssued') move(said.issuedOn!, said.total!, 1);
    if (type === 'PaymentApplied' || type === 'CreditApplied') move(said.appliedOn!, said.applied!, -1);
    if (type === 'CreditUndone') move(said.appliedOn!, said.amount!, 1);
  }
  return open;
}

/** How far each stream has come. */
export const revisions = (facts: readonly PlainFact[]): Map<string, bigint> =>
  new Map(facts.map(({ stream, revision }) => [stream, revision]));

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
      const agreed = inForce(ofType(facts, 'ExtensionGranted'), 'invoiceId', 'grantedOn');
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
  {
    of: 'disputes',
    projection: 'disputes',
    what: 'what is disputed, and what came of it',
    sql: 'select id::text, invoice_id, amount, disputed_on, outcome, resolved_on from live.disputes',
    must: (facts) => {
      const resolved = by(ofType(facts, 'DisputeResolved'), 'disputeId');
      return once(facts, 'DisputeRaised', 'disputeId', ({ said }) => {
        const over = resolved.get(said.disputeId!);
        if ((over?.length ?? 0) > 1) throw new Error(`dispute ${said.disputeId} was resolved twice`);
        const { outcome, resolvedOn } = over?.[0]?.said ?? {};
        return [said.invoiceId, new Decimal(said.amount!), said.disputedOn, outcome, resolvedOn];
      });
    },
  },
  {
    of: 'dispute_lines',
    projection: 'disputes',
    what: 'what disputes hold up, by day',
    sql: `select concat_ws(' ', invoice_id, effective_on), sum(amount) from live.dispute_lines
      group by invoice_id, effective_on having sum(amount) <> 0`,
    must: (facts) => {
      const held = new Sums();
      for (const { type, said } of facts) {
        if (type === 'DisputeRaised') held.add([said.invoiceId, said.disputedOn], said.amount!);
        if (type === 'DisputeResolved') held.add([said.invoiceId, said.resolvedOn], said.disputed!, -1);
      }
      return held.entries();
    },
  },
  {
    of: 'pauses',
    projection: 'pauses',
    what: 'how long nobody is asked',
    sql: 'select id::text, invoice_id, paused_on, until, ended_on from live.pauses',
    must: (facts) => {
      const ended = by(ofType(facts, 'PauseEnded'), 'pauseId');
      return once(facts, 'Paused', 'pauseId', ({ said }) => [
        ...[said.invoiceId, said.pausedOn, said.until, ended.get(said.pauseId!)?.[0]?.said.endedOn],
      ]);
    },
  },
  {
    of: 'promises',
    projection: 'promises',
    what: 'what was promised, and by when',
    sql: 'select id::text, invoice_id, amount, promised_on, made_on, withdrawn_on from live.promises',
    must: (facts) => {
      const over = by(ofType(facts, 'PromiseWithdrawn'), 'promiseId');
      return once(facts, 'PromiseMade', 'promiseId', ({ said }) => [
        ...[said.invoiceId, new Decimal(said.amount!), said.promisedOn, said.madeOn],
        over.get(said.promiseId!)?.[0]?.said.withdrawnOn,
      ]);
    },
  },
];

/** An entry for each fact of a type. @throws Error when two of them are of one id */
export function once(
  facts: readonly PlainFact[],
  type: string,
  id: string,
  must: (fact: PlainFact) => ReturnType<Must['get']>,
): Must {
  const found: Must = new Map();
  for (const fact of ofType(facts, type)) {
    const key = fact.said[id]!;
    if (found.has(key)) throw new Error(`two facts ${type} of ${key}`);
    found.set(key, must(fact)!);
  }
  return found;
}

/** A line for each fact of a type, by its place in the log. */
export function lines(type: string, must: (fact: PlainFact) => ReturnType<Must['get']>): Balance['must'] {
  return (facts) => new Map(ofType(facts, type).map((fact) => [String(fact.at), must(fact)!]));
}
