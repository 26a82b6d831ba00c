import { Decimal } from 'decimal.js';
import { partsOf } from './groups.js';
import type { PlainFact } from './plain-fact.js';
import { type FoldedRow, keyText } from './rows.js';

type Rows = Map<string, FoldedRow>;
/** One side of a movement: debit positive. */
interface Moved {
  account: string;
  kind: string;
  amount: Decimal.Value;
  on: string | undefined;
  party: string | null | undefined;
  invoice?: string;
  payment?: string;
  due?: string;
  owner?: string;
}

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

/** What was issued and what was received. */
export const controlRows = (facts: readonly PlainFact[]): Rows =>
  new Map([
    ...each(facts, 'InvoiceIssued', first, ({ said }) => ({
      ...{ line: 1, currency: said.currency, amount: said.total, effective_on: said.issuedOn },
      ...{ party: said.customerId, invoice_id: said.invoiceId },
    })),
    ...each(facts, 'PaymentReceived', first, ({ said }) => ({
      ...{ line: 1, currency: said.currency, effective_on: said.receivedOn },
      ...{ amount: new Decimal(said.amount!).negated(), party: said.customerId, invoice_id: null },
    })),
  ]);

const first = ({ at }: PlainFact): string => keyText(at, 1);

/** Everything that moved, each side a row; nothing moved is no row. */
export function ledgerRows(facts: readonly PlainFact[]): Rows {
  const rows: Rows = new Map();
  for (const fact of facts) {
    const moves = (MOVES[fact.type]?.(fact) ?? []).filter(({ amount }) => !new Decimal(amount).isZero());
    moves.forEach(({ account, kind, amount, on, party, invoice, payment, due, owner }, i) => {
      rows.set(keyText(fact.at, i + 1), {
        ...{ line: i + 1, account, kind, amount, currency: fact.said.currency, effective_on: on },
        ...{
          party,
          invoice_id: invoice,
          document_id: payment,
          due_on: due,
          owner_id: owner,
          instalment: null,
        },
        ...known(fact),
      });
    });
  }
  return rows;
}

const minus = (amount: Decimal.Value): Decimal => new Decimal(amount).negated();

const MOVES: Record<string, (fact: PlainFact) => Moved[]> = {
  InvoiceIssued: ({ said }) => {
    const about = { on: said.issuedOn, party: said.customerId, invoice: said.invoiceId };
    return [
      {
        account: 'receivable',
        kind: 'issued',
        amount: said.total!,
        ...about,
        due: said.dueOn,
        owner: said.ownerId,
      },
      { account: 'issued', kind: 'invoice', amount: minus(said.total!), ...about },
    ];
  },
  PaymentReceived: (fact) => {
    const { receivedOn: on, amount, customerId: party, paymentId: payment } = fact.said;
    const parts = partsOf(fact);
    const rest = parts.reduce((left, part) => left.minus(part.amount), new Decimal(amount!));
    return [
      { account: 'cash', kind: 'received', amount: amount!, on, party, payment },
      ...parts.map((part) => ({
        ...{ account: 'pending', kind: 'requested', amount: minus(part.amount), on, payment },
        ...{ party: part.customerId, invoice: part.invoiceId },
      })),
      { account: 'unapplied', kind: 'received', amount: minus(rest), on, party, payment },
    ];
  },
  PaymentApplied: ({ said }) => {
    const {
      customerId,
      payerId: party,
      receivedOn: on,
      appliedOn,
      invoiceId: invoice,
      paymentId: payment,
    } = said;
    const [requested, applied] = [new Decimal(said.requested!), new Decimal(said.applied!)];
    const settled = {
      ...{ account: 'receivable', kind: 'cash', amount: minus(applied), on: appliedOn },
      ...{ party: customerId, invoice, payment },
    };
    const asked = {
      account: 'pending',
      kind: 'answered',
      amount: requested,
      on,
      party: customerId,
      invoice,
      payment,
    };
    const free = { account: 'unapplied', kind: 'answered', on, party, payment };
    // Received before the invoice counts: until then the money settles nothing.
    if (appliedOn! > on!)
      return [
        asked,
        { ...free, amount: minus(requested) },
        settled,
        { account: 'unapplied', kind: 'applied', amount: applied, on: appliedOn, party, payment },
      ];
    return [asked, { ...free, amount: applied.minus(requested) }, settled];
  },
  AllocationRefused: ({ said }) => {
    const {
      customerId,
      payerId: party,
      requested,
      receivedOn: on,
      invoiceId: invoice,
      paymentId: payment,
    } = said;
    return [
      { account: 'pending', kind: 'answered', amount: requested!, on, party: customerId, invoice, payment },
      { account: 'unapplied', kind: 'answered', amount: minus(requested!), on, party, payment },
    ];
  },
};

/** Whose row what was received is in: the invoice's customer's while it waits, the invoice's once it took it. */
export function controlMoveRows(facts: readonly PlainFact[]): Rows {
  const rows: Rows = new Map();
  for (const fact of facts) {
    const { currency, customerId, payerId, invoiceId, receivedOn, appliedOn } = fact.said;
    const sides: [amount: Decimal.Value, from: FoldedRow, to: FoldedRow, on: string | undefined][] = [];
    const [customer, payer] = [customerId, payerId].map((party) => ({ party, invoice_id: null }));
    if (fact.type === 'PaymentReceived')
      for (const part of partsOf(fact))
        sides.push([part.amount, customer!, { party: part.customerId, invoice_id: null }, receivedOn]);
    if (fact.type === 'AllocationRefused') sides.push([fact.said.requested!, customer!, payer!, receivedOn]);
    if (fact.type === 'PaymentApplied') {
      const [requested, applied] = [new Decimal(fact.said.requested!), new Decimal(fact.said.applied!)];
      const taken = { party: customerId, invoice_id: invoiceId };
      const isEarly = appliedOn! > receivedOn!;
      sides.push([isEarly ? requested : requested.minus(applied), customer!, payer!, receivedOn]);
      sides.push([applied, isEarly ? payer! : customer!, taken, appliedOn]);
    }
    const lines = sides
      .filter(
        ([amount, from, to]) =>
          !new Decimal(amount).isZero() && keyText(...Object.values(from)) !== keyText(...Object.values(to)),
      )
      .flatMap(([amount, from, to, effective_on]) => [
        { ...from, amount, effective_on },
        { ...to, amount: minus(amount), effective_on },
      ]);
    lines.forEach((line, i) =>
      rows.set(keyText(fact.at, i + 1), { ...line, line: i + 1, currency, ...known(fact) }),
    );
  }
  return rows;
}
