import { Decimal } from 'decimal.js';
import { partsOf } from './groups.js';
import type { PlainFact } from './plain-fact.js';
import { type FoldedRow, keyText } from './rows.js';

type Rows = Map<string, FoldedRow>;
type Moved = [
  kind: string,
  customer: string | null | undefined,
  amount: Decimal.Value,
  on: string | undefined,
];

const known = ({ at, statedAt }: PlainFact): FoldedRow => ({ position: at, stated_at: statedAt });

/** One row a fact of a type. */
const each = (
  facts: readonly PlainFact[],
  type: string,
  key: (fact: PlainFact) => string,
  row: (fact: PlainFact) => FoldedRow,
): Rows =>
  new Map(
    facts.filter((fact) => fact.type === type).map((fact) => [key(fact), { ...row(fact), ...known(fact) }]),
  );

const place = ({ at }: PlainFact): string => String(at);

export const itemRows = (facts: readonly PlainFact[]): Rows =>
  each(
    facts,
    'InvoiceIssued',
    ({ said }) => said.invoiceId!,
    ({ said }) => ({
      ...{ invoice_id: said.invoiceId, number: said.number, customer_id: said.customerId },
      ...{ owner_id: said.ownerId, currency: said.currency, total: said.total },
      ...{ issued_on: said.issuedOn, due_on: said.dueOn },
    }),
  );

export const settlementRows = (facts: readonly PlainFact[]): Rows =>
  each(
    facts,
    'PaymentApplied',
    ({ at }) => keyText(at, 'cash'),
    ({ said }) => ({
      ...{ invoice_id: said.invoiceId, payment_id: said.paymentId, kind: 'cash' },
      ...{ amount: said.applied, effective_on: said.appliedOn },
    }),
  );

export const dueDateRows = (facts: readonly PlainFact[]): Rows =>
  each(facts, 'ExtensionGranted', place, ({ said }) => ({
    ...{ invoice_id: said.invoiceId, due_on: said.agreedDueOn, effective_on: said.grantedOn },
  }));

export const ownerRows = (facts: readonly PlainFact[]): Rows =>
  each(facts, 'OwnerAssigned', place, ({ said }) => ({
    ...{ invoice_id: said.invoiceId, owner_id: said.ownerId, effective_on: said.assignedOn },
  }));

export const partyRows = (facts: readonly PlainFact[]): Rows =>
  new Map([
    ...each(facts, 'CustomerRegistered', place, ({ said, personal }) => ({
      ...{ party: 'customer', party_id: said.customerId, name: personal('name'), owner_id: said.ownerId },
    })),
    ...each(facts, 'PersonRegistered', place, ({ said, personal }) => ({
      ...{ party: 'person', party_id: said.personId, name: personal('name'), owner_id: null },
    })),
  ]);

export const controlRows = (facts: readonly PlainFact[]): Rows =>
  new Map([
    ...each(facts, 'InvoiceIssued', place, ({ said }) => ({
      ...{ currency: said.currency, kind: 'issued', amount: said.total, effective_on: said.issuedOn },
    })),
    ...each(facts, 'PaymentReceived', place, ({ said }) => ({
      ...{ currency: said.currency, kind: 'received', effective_on: said.receivedOn },
      amount: new Decimal(said.amount!).negated(),
    })),
  ]);

/** Money that settles nothing: it comes with the payment, and moves when an invoice answers. */
export function cashRows(facts: readonly PlainFact[]): Rows {
  const rows: Rows = new Map();
  for (const fact of facts) {
    const moves = (MOVES[fact.type]?.(fact) ?? []).filter(([, , amount]) => !new Decimal(amount).isZero());
    moves.forEach(([kind, customer, amount, on], i) => {
      rows.set(keyText(fact.at, i + 1), {
        ...{ line: i + 1, payment_id: fact.said.paymentId, customer_id: customer, kind, amount },
        ...{ currency: fact.said.currency, effective_on: on, ...known(fact) },
      });
    });
  }
  return rows;
}

const MOVES: Record<string, (fact: PlainFact) => Moved[]> = {
  PaymentReceived: (fact) => {
    const { receivedOn, amount, customerId } = fact.said;
    const parts = partsOf(fact);
    const rest = parts.reduce((left, part) => left.minus(part.amount), new Decimal(amount!));
    return [
      ...parts.map((part): Moved => ['pending', part.customerId, part.amount, receivedOn]),
      ['unapplied', customerId, rest, receivedOn],
    ];
  },
  PaymentApplied: ({ said }) => {
    const { customerId, payerId, receivedOn, appliedOn } = said;
    const [requested, applied] = [new Decimal(said.requested!), new Decimal(said.applied!)];
    const moves: Moved[] = [
      ['pending', customerId, requested.negated(), receivedOn],
      ['unapplied', payerId, requested.minus(applied), receivedOn],
    ];
    // Received before the invoice counts: until then the money settles nothing.
    if (appliedOn! > receivedOn!) {
      moves.push(['unapplied', payerId, applied, receivedOn]);
      moves.push(['unapplied', payerId, applied.negated(), appliedOn]);
    }
    return moves;
  },
  AllocationRefused: ({ said: { customerId, payerId, requested, receivedOn } }) => [
    ['pending', customerId, new Decimal(requested!).negated(), receivedOn],
    ['unapplied', payerId, requested!, receivedOn],
  ],
};
