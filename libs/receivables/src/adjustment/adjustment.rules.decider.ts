import {
  type DecisionContext,
  Money,
  notInFuture,
  positiveAmountIn,
  Rejection,
  wrong,
} from '@quittance/kernel';
import {
  type Issued,
  leastOpen,
  mustBeIssued,
  openOn,
  type SeesIssue,
  type SeesSettlement,
  sinceIssue,
} from '../invoice/invoice.stream.js';
import { type Adjustment, type Adjustments, waiting } from './adjustment.state.decider.js';

export interface State {
  stream: SeesIssue & SeesSettlement;
  own: Adjustments;
}

/** What is to be settled: the amount that was asked, or all that is open. */
export function amountAsked(
  asked: string | undefined,
  { on, field }: { on: string; field: string },
  { stream, own }: State,
  { id, today }: Pick<DecisionContext, 'id' | 'today'>,
): Money {
  const invoice = mustBeIssued(stream, id);
  const { currency, number } = invoice;
  sinceIssue(invoice, notInFuture(on, today, field), field);
  const given = asked === undefined ? undefined : positiveAmountIn(currency, asked, '/amount');
  const open = leastOpen(stream.settlement, currency, on);
  if (!open.isPositive)
    throw Rejection.conflict('already-settled', `Nothing is open on invoice ${number} from ${on} on.`);
  const amount = given ?? open.minus(waiting(own, currency));
  if (!amount.isPositive || amount.compare(open) > 0) throw moreThanOpen(open, own, invoice, on);
  return amount;
}

/** What waits for a second person is not asked for twice. */
export function mustBeFree(amount: Money, on: string, { stream, own }: State, invoice: Issued): void {
  const open = leastOpen(stream.settlement, invoice.currency, on);
  if (amount.plus(waiting(own, invoice.currency)).compare(open) > 0)
    throw moreThanOpen(open, own, invoice, on);
}

const moreThanOpen = (open: Money, own: Adjustments, { number, currency }: Issued, on: string): Rejection =>
  Rejection.conflict(
    'more-than-open',
    `From ${on} on ${open.toString()} ${currency} of invoice ${number} are open, of which ${waiting(own, currency).toString()} ${currency} wait for a second person.`,
  );

export const openAfter = (amount: Money, { settlement }: SeesSettlement, { currency }: Issued): string =>
  Money.of(settlement.open, currency).minus(amount).toString();

/** Its part of the VAT, pro rata of what the invoice states. */
export function vatOf(amount: Money, { document }: Adjustments, { number }: Issued): Money {
  const { net, vat } = document ?? {};
  if (net === undefined || vat === undefined)
    throw Rejection.conflict('no-vat', `Invoice ${number} does not state its VAT: write off with vat kept.`);
  return amount.split([net, vat])[1]!;
}

export const noSuch = ({ number }: Issued, id: string, isWriteOff: boolean): Rejection =>
  isWriteOff
    ? Rejection.notFound('write-off-not-found', `Invoice ${number} has no write-off ${id}.`)
    : Rejection.notFound('settlement-not-found', `Invoice ${number} has no settlement ${id}.`);

/** What waits for a decision. */
export function toDecide(id: string, isWriteOff: boolean, { stream, own }: State, invoiceId: string) {
  const invoice = mustBeIssued(stream, invoiceId);
  const of = own.all.find((each) => each.id === id);
  if (!of || (of.kind === 'write-off') !== isWriteOff) throw noSuch(invoice, id, isWriteOff);
  if (of.state !== 'requested')
    throw Rejection.conflict(
      'already-decided',
      `It was ${of.state === 'refused' ? 'refused' : 'recorded'} before.`,
    );
  return { invoice, of };
}

/** What a second person approves: not the one who asked, and as much must be open still. */
export function approved(
  adjustmentId: string,
  { isWriteOff, given }: { isWriteOff: boolean; given?: string },
  state: State,
  { actor, id, today }: Pick<DecisionContext, 'actor' | 'id' | 'today'>,
): { invoice: Issued; of: Adjustment; amount: Money; on: string } {
  const { invoice, of } = toDecide(adjustmentId, isWriteOff, state, id);
  const on = given ?? of.requestedOn;
  notInFuture(on, today, '/approvedOn');
  if (on < of.requestedOn)
    throw wrong('/approvedOn', 'not-before-request', on, `not before it was asked for, ${of.requestedOn}`);
  if (actor.id === of.requestedBy)
    throw Rejection.conflict(
      'same-person',
      'Who asked for it may not approve it: somebody else must.',
    ).offering({ requestedBy: of.requestedBy }, { action: 'other-person' });
  const { currency } = invoice;
  const amount = Money.of(of.amount, currency);
  if (amount.compare(leastOpen(state.stream.settlement, currency, on)) > 0)
    throw Rejection.conflict(
      'less-open',
      `${openOn(state.stream.settlement, currency, on).toString()} ${currency} were open on ${on}, less than the ${of.amount} ${currency} that were asked for: refuse it, and ask again for what is open.`,
    ).offering(
      { open: openOn(state.stream.settlement, currency, on).toString(), asked: of.amount, currency, on },
      { action: 'refuse' },
      { action: 'ask-anew', amount: openOn(state.stream.settlement, currency, on).toString(), currency },
    );
  return { invoice, of, amount, on };
}
