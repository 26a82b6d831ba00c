import { Money, wrong } from '@quittance/kernel';
import { holdsOn, type SeesExtensions } from '../extension/agreed-dates.decider.js';
import type { Issued, SeesIssue } from '../issue/issue.decider.js';
import { type SeesSettlement, takenByPart } from '../settlement/settled.decider.js';

/** A part of an invoice with a due date of its own; an invoice that is due in one has one. */
export interface Part {
  number: number;
  /** The contractual due date. */
  dueOn: string;
  agreedDueOn: string;
  amount: Money;
  open: Money;
}

type Sees = SeesIssue & SeesExtensions & SeesSettlement;

/**
 * The parts of an invoice on a day, as known now (without one: whatever the dates). What settles it fills a part that it names,
 * up to its amount; the rest fills them by contractual due date, then number.
 */
export function partsOf({ issue, extension, settlement }: Sees, on?: string): Part[] {
  const invoice = issue!;
  const { currency } = invoice;
  const parts = instalmentsOf(invoice).map(({ dueOn, amount }, i) => ({
    ...{ number: i + 1, dueOn, amount: Money.of(amount, currency) },
    agreedDueOn: agreedOf(extension, { number: i + 1, dueOn, alone: !invoice.instalments }, on),
  }));
  const taken = takenByPart(settlement, currency, on);
  let pool = Money.sum(taken.values(), currency);
  const named = parts.map(({ number, amount }) => amount.min(taken.get(number) ?? Money.zero(currency)));
  for (const one of named) pool = pool.minus(one);
  return parts.map((part, i) => {
    const free = part.amount.minus(named[i]!);
    const filled = pool.isPositive ? free.min(pool) : Money.zero(currency);
    pool = pool.minus(filled);
    return { ...part, open: free.minus(filled) };
  });
}

/** What it was issued in: instalments, or one part. */
export const instalmentsOf = ({
  instalments,
  dueOn,
  total,
}: Issued): readonly { dueOn: string; amount: string }[] => instalments ?? [{ dueOn, amount: total }];

/** What names an instalment names one that the invoice was issued in (422, rule `instalment`). */
export function mustHavePart({ instalments }: Issued, instalment: number | undefined, field: string): void {
  if (instalment === undefined || (instalments && instalment <= instalments.length)) return;
  const hint = instalments ? `one of 1 to ${instalments.length}` : 'none: the invoice is due in one';
  throw wrong(field, 'instalment', instalment, hint);
}

/**
 * The agreed due date of a part on a day: that of the last extension that names it, moved by each later one that names none and
 * ends later. An invoice due in one has that of its last extension.
 */
function agreedOf(
  extensions: SeesExtensions['extension'],
  { number, dueOn, alone }: { number: number; dueOn: string; alone: boolean },
  day?: string,
): string {
  return extensions.reduce((agreed, extension) => {
    const { instalment, agreedDueOn } = extension;
    if (!holdsOn(extension, day) || (instalment !== undefined && instalment !== number)) return agreed;
    const moves = alone || instalment !== undefined || agreedDueOn > agreed;
    return moves ? agreedDueOn : agreed;
  }, dueOn);
}

/** The earliest open part by agreed due date; `undefined`: nothing is open. */
export function nextDue(parts: readonly Part[]): Part | undefined {
  return parts
    .filter(({ open }) => open.isPositive)
    .reduce<Part | undefined>(
      (next, part) => (next && next.agreedDueOn <= part.agreedDueOn ? next : part),
      undefined,
    );
}
