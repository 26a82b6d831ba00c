import { Money } from '@quittance/kernel';
import { freeFrom, type Move } from '../../asking/what-is-left.decider.js';
import type { SettlementKind } from '../../ledger/settlement.kinds.js';
import type { SeesIssue } from '../issue/issue.decider.js';

/** What is open, and what was taken. Amounts are texts with exactly the currency's decimals. */
export interface Settlement {
  /** What is open now; `openOn` says of a day. */
  open: string;
  /** What was taken, the last first: a list that grows at its head, so that the thousandth costs what the first did. */
  taken?: Taken;
}

/** A line of it. */
export interface Taken {
  on: string;
  /** Negative: given back. */
  applied: string;
  kind: SettlementKind | 'void';
  /** The payment or credit note that it came from. */
  source: string;
  /** Of cash: the day of the money. */
  receivedOn?: string;
  /** Of what can be undone by itself: the id that an undo names. */
  line?: string;
  /** Of what came, or fell, with an allocation. */
  by?: string;
  /** Of a write-off: the VAT that is claimed back. */
  vat?: string;
  /** The instalment that was named, from 1. */
  instalment?: number;
  /** The bank sent the money back. */
  returned?: true;
  before?: Taken;
}

export interface SeesSettlement {
  settlement: Settlement;
}

/** Why the invoice takes nothing, where nothing is open: a code. */
export const whyNothing = ({ taken }: Settlement): string =>
  taken?.kind === 'void' ? 'void' : 'nothing-open';

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

/** The first day, from the given one on, from which so much is open for good: what came back is open from its own day on. */
export function openFrom({ open, taken }: Settlement, currency: string, amount: Money, from: string): string {
  let reopened = false;
  for (let each = taken; each; each = each.before)
    reopened ||= each.on > from && each.applied.startsWith('-');
  if (!reopened) return from;
  let total = Money.of(open, currency);
  const moves: Move[] = [];
  for (let each = taken; each; each = each.before) {
    const applied = Money.of(each.applied, currency);
    total = total.plus(applied);
    moves.push({ on: each.on, amount: applied.negated() });
  }
  return freeFrom([{ on: '', amount: total }, ...moves], amount, from);
}

/** What is taken still by a line that can be undone by itself, from when it counts, and what it names. `undefined`: there is none. */
export function settledBy(
  { taken }: Settlement,
  line: string,
  currency: string,
): { on: string; applied: Money; instalment?: number } | undefined {
  let found: { on: string; applied: Money; instalment?: number } | undefined;
  for (let each = taken; each; each = each.before) {
    if (each.line !== line) continue;
    const { on, instalment } = each;
    const applied = Money.of(each.applied, currency);
    found = { on, instalment, applied: found ? found.applied.plus(applied) : applied };
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

/** What payments received from one day to another settle, as known now of what counts by a day. */
export function cashReceived(
  { taken }: Settlement,
  currency: string,
  { from, to, by = '9999' }: { from: string; to: string; by?: string },
): Money {
  let sum = Money.zero(currency);
  for (let each = taken; each; each = each.before)
    if (each.kind === 'cash' && from <= each.receivedOn! && each.receivedOn! <= to && each.on <= by)
      sum = sum.plus(Money.of(each.applied, currency));
  return sum;
}
