import { type Evolve, Money, Rejection } from '@quittance/kernel';
import type { CreditNoteFacts, NamedInvoice, RequestedApplication } from './credit-note.events.js';

/** A part that was meant for an invoice. */
interface Part {
  invoice: NamedInvoice;
  requested: string;
  /** The invoice has not answered. */
  pending: boolean;
  /** Applied, and not asked back. */
  left: string;
  /** From when it counts, once it is applied. */
  appliedOn: string;
}

interface Undo {
  applicationId: string;
  invoice: NamedInvoice;
  amount: string;
  appliedOn: string;
}

/** What was upheld in one dispute, from which day. */
export interface Upheld {
  on: string;
  amount: string;
}

/** A credit note and what became of its parts. Amounts are texts with exactly the currency's decimals. */
export interface CreditNote {
  number: string;
  customerId: string;
  /** Its day of issue; of one that was taken over, that of the opening. */
  countsOn: string;
  currency: string;
  total: string;
  opening?: true;
  /** Neither meant for an invoice nor refunded. */
  free: string;
  parts: Readonly<Record<string, Part>>;
  /** Asked back and not answered yet. */
  takenBack: Readonly<Record<string, Undo>>;
  /** `back`: the day from which it counts that the money came back. */
  refunds: Readonly<Record<string, { amount: string; on: string; back?: string }>>;
  cancelled?: true;
  /** Something was applied or refunded, whatever became of it. */
  used?: true;
}

/** @throws Rejection `credit-note-not-found` */
export function mustBeIssued(own: CreditNote | null, id: string): CreditNote {
  if (!own) throw Rejection.notFound('credit-note-not-found', `There is no credit note ${id}.`);
  return own;
}

/** How every later fact of a credit note names it. */
export const named = ({ number, customerId, currency }: CreditNote, id: string) => ({
  creditNoteId: id,
  creditNumber: number,
  customerId,
  currency,
});

/** Applied, in part or in all. @throws Rejection `application-not-found`, `application-pending` */
export function applicationOf({ parts }: CreditNote, applicationId: string): Part {
  const part = parts[applicationId];
  if (!part)
    throw Rejection.notFound('application-not-found', `There is no application ${applicationId} of it.`);
  if (part.pending) {
    throw Rejection.conflict(
      'application-pending',
      'The invoice has not answered yet: undo it when it has, in some seconds.',
    );
  }
  return part;
}

/**
 * What a dispute was upheld by stays with the invoice (409 `upholds-dispute`): on the day of each, what is applied by then covers
 * what was upheld by then.
 * @param asked of the application, to be given back
 */
export function mustNotUphold(
  { parts, currency }: CreditNote,
  { invoice, appliedOn, left }: Part,
  asked: Money,
  upheld: readonly Upheld[],
): void {
  const sum = (amounts: string[]): Money =>
    Money.sum(
      amounts.map((amount) => Money.of(amount, currency)),
      currency,
    );
  const toInvoice = Object.values(parts).filter((part) => part.invoice.invoiceId === invoice.invoiceId);
  const by = (day: string): Money =>
    sum(toInvoice.filter((part) => part.appliedOn <= day).map((part) => part.left)).minus(
      sum(upheld.filter(({ on }) => on <= day).map(({ amount }) => amount)),
    );
  const days = upheld.map(({ on }) => on).filter((on) => on >= appliedOn);
  const most = days.map(by).reduce((least, spare) => least.min(spare), Money.of(left, currency));
  if (!most.minus(asked).isNegative) return;
  throw Rejection.conflict(
    'upholds-dispute',
    `A dispute of invoice ${invoice.number} was upheld on the ground of it: ` +
      `${most.isPositive ? `at most ${most.toString()} ${currency}` : 'nothing'} of it can be undone.`,
  );
}

/** Whether something of it was applied or refunded, or may be so once the invoices have answered. */
export const inUse = ({ used, parts }: CreditNote): boolean =>
  used === true || Object.values(parts).some(({ pending }) => pending);

/** What is free with so much more. */
const freeOf = ({ free, currency }: CreditNote, more: string): string =>
  Money.of(free, currency).plus(Money.of(more, currency)).toString();

function withParts(own: CreditNote, applications: readonly RequestedApplication[]): CreditNote {
  const { currency } = own;
  const parts: Record<string, Part> = { ...own.parts };
  let free = Money.of(own.free, currency);
  for (const { applicationId, invoiceId, number, amount } of applications) {
    free = free.minus(Money.of(amount, currency));
    parts[applicationId] = {
      invoice: { invoiceId, number },
      requested: amount,
      pending: true,
      left: Money.zero(currency).toString(),
      appliedOn: '',
    };
  }
  return { ...own, parts, free: free.toString() };
}

function answered(own: CreditNote, data: CreditNoteFacts['CreditAnswered']): CreditNote {
  const { applicationId, applied, requested, appliedOn } = data;
  const part = own.parts[applicationId]!;
  const taken = Money.of(applied, own.currency);
  const rest = Money.of(requested, own.currency).minus(taken);
  return {
    ...own,
    free: freeOf(own, rest.toString()),
    parts: { ...own.parts, [applicationId]: { ...part, pending: false, left: applied, appliedOn } },
    ...(taken.isPositive && { used: true }),
  };
}

/** How each fact changes it. */
export const creditNoteEvolve: Evolve<CreditNote | null, CreditNoteFacts> = {
  CreditNoteIssued: (_own, data) =>
    withParts(
      {
        number: data.creditNumber,
        customerId: data.customerId,
        countsOn: data.opening?.on ?? data.issuedOn,
        currency: data.currency,
        total: data.total,
        opening: data.opening && true,
        free: data.total,
        parts: {},
        takenBack: {},
        refunds: {},
      },
      data.applications,
    ),
  CreditRequested: (own, { applications }) => own && withParts(own, applications),
  CreditAnswered: (own, data) => own && answered(own, data),
  CreditUndoRequested: (own, { undoId, applicationId, invoice, amount, appliedOn }) => {
    if (!own) return own;
    const part = own.parts[applicationId]!;
    const left = Money.of(part.left, own.currency).minus(Money.of(amount, own.currency)).toString();
    return {
      ...own,
      parts: { ...own.parts, [applicationId]: { ...part, left } },
      takenBack: { ...own.takenBack, [undoId]: { applicationId, invoice, amount, appliedOn } },
    };
  },
  CreditUndoAnswered: (own, { undoId, amount }) => {
    if (!own) return own;
    const { [undoId]: _answered, ...takenBack } = own.takenBack;
    return { ...own, takenBack, free: freeOf(own, amount) };
  },
  CreditNoteRefunded: (own, { refundId, amount, refundedOn }) =>
    own && {
      ...own,
      free: freeOf(own, `-${amount}`),
      refunds: { ...own.refunds, [refundId]: { amount, on: refundedOn } },
      used: true,
    },
  CreditNoteRefundReversed: (own, { refundId, amount, reversedOn: back }) =>
    own && {
      ...own,
      free: freeOf(own, amount),
      refunds: { ...own.refunds, [refundId]: { ...own.refunds[refundId]!, back } },
    },
  CreditNoteCancelled: (own, { amount }) =>
    own && { ...own, free: freeOf(own, `-${amount}`), cancelled: true },
};
