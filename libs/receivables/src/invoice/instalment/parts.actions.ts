import { Decimal } from 'decimal.js';
import type { Books } from '../../../../../test/histories/simulated/books.js';
import { holds, inForce, type Invoice, invoiceIn } from '../invoice.actions.js';

// Invoices in instalments in the books: what of each is open, when it is due, and money that names one.

type Line = Invoice['taken'][number];

/**
 * What is open of each instalment by a day, and when it is agreed to be due. What names one fills that first, up to its amount; all
 * else fills them in order.
 */
export function partsIn(
  { parts = [], taken, agreed }: Invoice,
  on = '9999',
): { open: Decimal; due: string }[] {
  const counts = taken.filter((line) => line.on <= on);
  const sum = (lines: readonly Line[]): Decimal =>
    lines.reduce((all, { amount }) => all.plus(amount), new Decimal(0));
  const named = parts.map(({ amount }, i) =>
    Decimal.min(amount, sum(counts.filter(({ instalment }) => instalment === i + 1))),
  );
  let rest = named.reduce((left, of) => left.minus(of), sum(counts));
  return parts.map(({ dueOn, amount }, i) => {
    const left = amount.minus(named[i]!);
    const filled = Decimal.min(rest, left);
    rest = rest.minus(filled);
    return { open: left.minus(filled), due: dueOfPart(agreed, i + 1, dueOn, on) };
  });
}

/** By extensions in order of their days: one that names the instalment sets its date, one that names none puts it off. */
const dueOfPart = (agreed: Invoice['agreed'], instalment: number, dueOn: string, on: string): string =>
  [...agreed]
    .filter((line) => holds(line, on) && (line.instalment ?? instalment) === instalment)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .reduce((due, line) => (line.instalment === undefined && line.value < due ? due : line.value), dueOn);

/** The due date in force: of an invoice in instalments that of the earliest on which something is open. */
export function dueIn(invoice: Invoice): string {
  const parts = partsIn(invoice);
  if (parts.length === 0) return inForce(invoice.agreed) ?? invoice.dueOn;
  const open = parts.filter((part) => part.open.greaterThan(0)).map(({ due }) => due);
  return open.length > 0
    ? open.sort()[0]!
    : parts
        .map(({ due }) => due)
        .sort()
        .at(-1)!;
}

/** A part of money that is meant for an invoice, by its number. */
interface Meant {
  of: string;
  amount: string;
  instalment?: number;
}

/** Each names the instalment that was drawn for it, where its invoice is in instalments: one that it may not have. */
export const naming = (
  books: Books,
  meant: readonly Meant[],
  drawn: readonly { instalment: number | null }[],
): Meant[] =>
  meant.map((part, i) => {
    const instalment = drawn[i]?.instalment ?? undefined;
    const inParts = invoiceIn(books, part.of).parts !== undefined;
    return { ...part, ...(inParts && instalment !== undefined && { instalment }) };
  });

/** Whether one names an instalment that its invoice does not have. */
export const namesNone = (books: Books, meant: readonly Meant[]): boolean =>
  meant.some(({ of, instalment = 0 }) => instalment > (invoiceIn(books, of).parts?.length ?? 0));
