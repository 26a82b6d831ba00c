import { Money, Rejection } from '@quittance/kernel';
import type { CreditNote } from './credit-note.state.decider.js';

/** What it gave, and what came back of that, by the day it counts from. What invoices have not answered yet counts on every day. */
function movesOf({ currency, parts, takenBack, refunds }: CreditNote): { on: string; amount: Money }[] {
  const given = (on: string, amount: string) => ({ on, amount: Money.of(amount, currency).negated() });
  return [
    ...Object.values(parts).map((part) =>
      part.pending ? given('', part.requested) : given(part.appliedOn, part.left),
    ),
    ...Object.values(takenBack).map(({ appliedOn, amount }) => given(appliedOn, amount)),
    ...Object.values(refunds).map(({ on, amount }) => given(on, amount)),
    ...Object.values(refunds).flatMap(({ back: on, amount }) =>
      on === undefined ? [] : [{ on, amount: Money.of(amount, currency) }],
    ),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The first day, from the given one on, from which so much is free for good; undefined: on none. */
export function freeFrom(note: CreditNote, amount: Money, from: string): string | undefined {
  const { currency, total, free, refunds } = note;
  if (Money.of(free, currency).minus(amount).isNegative) return undefined;
  // It rises only where money came back: else what is free in the end was free before.
  if (Object.values(refunds).every(({ back }) => back === undefined)) return from;
  let left = Money.of(total, currency);
  let since = from;
  const moves = movesOf(note);
  moves.forEach(({ on, amount: moved }, i) => {
    left = left.plus(moved);
    const next = moves[i + 1]?.on;
    // Too little to the end of this day: enough, if ever, from the next one on that something moves.
    if (next !== on && next !== undefined && next > from && left.minus(amount).isNegative) since = next;
  });
  return since;
}

/**
 * No more than is left can be applied or refunded, on the day from which it counts and on every later one (409 `more-than-left`).
 * What was paid out and came back is left again from the day on which it came.
 */
export function mustBeFree(note: CreditNote, amount: Money, from: string): void {
  const { free, currency, parts, takenBack } = note;
  const day = freeFrom(note, amount, from);
  if (day === from) return;
  if (day !== undefined) {
    throw Rejection.conflict(
      'more-than-left',
      `On ${from} less than ${amount.toString()} ${currency} are left of it: what was paid out and came back counts from its own day. ` +
        `From ${day} on it is enough.`,
    );
  }
  const waiting = Object.values(parts).some(({ pending }) => pending) || Object.keys(takenBack).length > 0;
  throw Rejection.conflict(
    'more-than-left',
    `${free} ${currency} are left of it` +
      (waiting ? '; some invoices have not answered yet: what they do not take is left again then.' : '.') +
      ' What is applied is left again after an undo of the application.',
  );
}
