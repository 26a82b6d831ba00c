import { factsOf, Money, type Slice } from '@quittance/kernel';
import type { AdjustedFacts } from '../../adjustment/adjustment.events.js';
import type { CreditFacts } from '../../credit-note/credit.events.js';
import type { DocumentFacts } from '../../document/document.events.js';
import type { SettlementKind } from '../../ledger/settlement.kinds.js';
import type { IssueFacts } from '../issue/issue.events.js';
import { mustBeIssued, named, type SeesIssue } from '../issue/issue.decider.js';
import type { SettleInvoice } from './settlement.commands.js';
import type { SettlementFacts } from './settlement.events.js';

/** What is open, and what was taken. Amounts are texts with exactly the currency's decimals. */
export interface Settlement {
  /** What is open now; `openOn` says of a day. */
  open: string;
  /** What was taken, the last first: a list that grows at its head, so that the thousandth costs what the first did. */
  taken?: Taken;
}

/** A line of it. */
interface Taken {
  on: string;
  /** Negative: given back. */
  applied: string;
  kind: SettlementKind | 'void';
  /** The payment or credit note that it came from. */
  source: string;
  /** Of what can be undone by itself: the id that an undo names. */
  line?: string;
  /** The instalment that was named, from 1. */
  instalment?: number;
  before?: Taken;
}

export interface SeesSettlement {
  settlement: Settlement;
}

export interface SettlementSlice {
  name: 'settlement';
  commands: { SettleInvoice: SettleInvoice };
  facts: SettlementFacts;
  own: Settlement;
  sees: SeesIssue;
  /** What settles it may be another feature's: a line here for each. */
  hears: IssueFacts & CreditFacts & DocumentFacts & AdjustedFacts;
}

const fact = factsOf<SettlementFacts>();

/** What settles the invoice: it takes no more than is open. */
export const settlement: Slice<SettlementSlice> = {
  name: 'settlement',
  initial: { open: '0' },
  decide: {
    SettleInvoice(command, { stream, own }, { id }) {
      const invoice = mustBeIssued(stream, id);
      const { issuedOn } = invoice;
      const { paymentId, allocationId, payerId, currency, requested, receivedOn } = command;
      const { requestedOn = receivedOn } = command;
      const asked = {
        ...{ ...named(invoice, id), paymentId, allocationId, payerId, currency, requested },
        ...{ receivedOn, requestedOn },
      };
      const open = Money.of(own.open, invoice.currency);
      if (!open.isPositive) return [fact('AllocationRefused', { ...asked, code: whyNothing(own) })];
      const applied = open.min(Money.of(requested, currency));
      return [
        fact('PaymentApplied', {
          ...asked,
          applied: applied.toString(),
          open: open.minus(applied).toString(),
          appliedOn: [receivedOn, requestedOn, issuedOn].sort().at(-1)!,
        }),
      ];
    },
  },
  evolve: {
    InvoiceIssued: (_own, { total, currency, opening, settledBefore: applied }) =>
      opening && applied !== undefined
        ? {
            open: Money.of(total, currency).minus(Money.of(applied, currency)).toString(),
            taken: { on: opening.on, applied, kind: 'opening', source: '' },
          }
        : { open: total },
    PaymentApplied: ({ taken }, { open, applied, appliedOn, paymentId, allocationId: line }) => ({
      open,
      taken: { on: appliedOn, applied, kind: 'cash', source: paymentId, line, before: taken },
    }),
    AllocationRefused: (own) => own,
    InvoiceSent: (own) => own,
    InvoiceVoided: (_own, { currency, total, voidedOn: on }) => ({
      open: Money.zero(currency).toString(),
      taken: { on, applied: total, kind: 'void', source: '' },
    }),
    CreditApplied: ({ taken }, { open, applied, appliedOn, creditNoteId, applicationId }) => ({
      open,
      taken: {
        on: appliedOn,
        applied,
        kind: 'credit',
        source: creditNoteId,
        line: applicationId,
        before: taken,
      },
    }),
    CreditRefused: (own) => own,
    CreditUndone: ({ taken }, { open, amount, appliedOn, creditNoteId, applicationId }) => ({
      open,
      taken: {
        ...{ on: appliedOn, applied: `-${amount}`, kind: 'credit', source: creditNoteId },
        ...{ line: applicationId, before: taken },
      },
    }),
    WrittenOff: ({ taken }, { open, amount, approvedOn, writeOffId }) => ({
      open,
      taken: decided('write-off', approvedOn, amount, writeOffId, taken),
    }),
    WriteOffReversed: ({ taken }, { open, amount, reversedOn, writeOffId }) => ({
      open,
      taken: decided('write-off', reversedOn, `-${amount}`, writeOffId, taken),
    }),
    SettlementRecorded: ({ taken }, { open, kind, amount, on, settlementId }) => ({
      open,
      taken: decided(kind, on, amount, settlementId, taken),
    }),
    SettlementUndone: ({ taken }, { open, kind, amount, on, settlementId }) => ({
      open,
      taken: decided(kind, on, `-${amount}`, settlementId, taken),
    }),
  },
};

/** Why the invoice takes nothing, where nothing is open: a code. */
export const whyNothing = ({ taken }: Settlement): string =>
  taken?.kind === 'void' ? 'void' : 'nothing-open';

/** A decision settles the invoice, or is taken back: it is its own source. */
const decided = (kind: SettlementKind, on: string, applied: string, id: string, before?: Taken): Taken => ({
  ...{ on, applied, kind, source: id, line: id, before },
});

/** Whether nothing is open now. */
export const isSettled = ({ issue, settlement: { open } }: SeesIssue & SeesSettlement): boolean =>
  !issue || !Money.of(open, issue.currency).isPositive;

/** What was open at the end of a day, as known now: what settled it later is open still. */
export function openOn({ open, taken }: Settlement, currency: string, day: string): Money {
  let then = Money.of(open, currency);
  for (let each = taken; each; each = each.before)
    if (each.on > day) then = then.plus(Money.of(each.applied, currency));
  return then;
}

/** What settles it from a day on, as known now, line by line; negative: given back. */
export function settledFrom(
  { taken }: Settlement,
  from: string,
  currency: string,
): { on: string; amount: Money }[] {
  const lines: { on: string; amount: Money }[] = [];
  for (let each = taken; each; each = each.before)
    if (each.on >= from) lines.push({ on: each.on, amount: Money.of(each.applied, currency) });
  return lines;
}

/** What is taken by a day (without one: whatever the dates), by the instalment that was named; 0: none was. */
export function takenByPart({ taken }: Settlement, currency: string, on = '9999'): Map<number, Money> {
  const parts = new Map<number, Money>();
  for (let each = taken; each; each = each.before) {
    if (each.on > on) continue;
    const { instalment = 0 } = each;
    const applied = Money.of(each.applied, currency);
    parts.set(instalment, parts.get(instalment)?.plus(applied) ?? applied);
  }
  return parts;
}

/** The least that is open at the end of any day from `day` on, as known now: what may be taken from that day. */
export function leastOpen(settlement: Settlement, currency: string, day: string): Money {
  const open = Money.of(settlement.open, currency);
  const byDay = new Map<string, Money>();
  for (let each = settlement.taken; each; each = each.before)
    if (each.on > day)
      byDay.set(each.on, (byDay.get(each.on) ?? Money.zero(currency)).plus(Money.of(each.applied, currency)));
  let [then, least] = [open, open];
  for (const on of [...byDay.keys()].sort().reverse()) {
    then = then.plus(byDay.get(on)!);
    least = least.min(then);
  }
  return least;
}

/** What is taken still by a line that can be undone by itself, and from when it counts. `undefined`: there is none. */
export function settledBy(
  { taken }: Settlement,
  line: string,
  currency: string,
): { on: string; applied: Money } | undefined {
  let found: { on: string; applied: Money } | undefined;
  for (let each = taken; each; each = each.before) {
    if (each.line !== line) continue;
    const applied = Money.of(each.applied, currency);
    found = { on: each.on, applied: found ? found.applied.plus(applied) : applied };
  }
  return found;
}

/** What a credit note, or any other source of a kind, settles as known now of what counts by a day. */
export function takenFrom(
  { taken }: Settlement,
  { kind, source }: Pick<Taken, 'kind' | 'source'>,
  currency: string,
  day: string,
): Money {
  let sum = Money.zero(currency);
  for (let each = taken; each; each = each.before)
    if (each.kind === kind && each.source === source && each.on <= day)
      sum = sum.plus(Money.of(each.applied, currency));
  return sum;
}

/** What payments settle, as known now, of what counts from one day to another, both included. */
export function cashTaken({ taken }: Settlement, currency: string, from: string, to: string): Money {
  let sum = Money.zero(currency);
  for (let each = taken; each; each = each.before)
    if (each.kind === 'cash' && from <= each.on && each.on <= to)
      sum = sum.plus(Money.of(each.applied, currency));
  return sum;
}
