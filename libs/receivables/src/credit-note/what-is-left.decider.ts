import { Money, Rejection } from '@quittance/kernel';
import { freeFrom as firstFree, type Move } from '../asking/what-is-left.decider.js';
import type { CreditNote } from './credit-note.state.decider.js';

/** What it is over, what it gave, and what came back of that. What invoices have not answered yet counts on every day. */
function movesOf({ currency, total, parts, takenBack, refunds }: CreditNote): Move[] {
  const came = (on: string, amount: string) => ({ on, amount: Money.of(amount, currency) });
  const given = (on: string, amount: string) => ({ on, amount: Money.of(amount, currency).negated() });
  return [
    came('', total),
    ...Object.values(parts).map((part) =>
      part.pending ? given('', part.requested) : given(part.appliedOn, part.left),
    ),
    ...Object.values(takenBack).map(({ appliedOn, amount }) => given(appliedOn, amount)),
    ...Object.values(refunds).map(({ on, amount }) => given(on, amount)),
    ...Object.values(refunds).flatMap(({ back, amount }) => (back === undefined ? [] : [came(back, amount)])),
  ];
}

/** The first day, from the given one on, from which so much is free for good; undefined: on none. */
export function freeFrom(note: CreditNote, amount: Money, from: string): string | undefined {
  const { currency, free, refunds } = note;
  if (Money.of(free, currency).minus(amount).isNegative) return undefined;
  // It rises only where money came back: else what is free in the end was free before.
  if (Object.values(refunds).every(({ back }) => back === undefined)) return from;
  return firstFree(movesOf(note), amount, from);
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
    ).offering(
      { asked: amount.toString(), currency, from, enoughFrom: day },
      { action: 'later-date', on: day },
    );
  }
  const waiting = Object.values(parts).some(({ pending }) => pending) || Object.keys(takenBack).length > 0;
  throw Rejection.conflict(
    'more-than-left',
    `${free} ${currency} are left of it` +
      (waiting ? '; some invoices have not answered yet: what they do not take is left again then.' : '.') +
      ' What is applied is left again after an undo of the application.',
  ).offering(
    { left: free, currency },
    ...(Money.of(free, currency).isPositive ? [{ action: 'lower', amount: free, currency }] : []),
    { action: 'undo-application' },
  );
}
