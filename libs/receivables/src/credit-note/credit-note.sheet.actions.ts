import { Decimal } from 'decimal.js';
import {
  type FeatureActions,
  must,
  plain,
  type Said,
  type Shares,
} from '../../../../test/histories/simulated/action.js';
import { type Books, inParts, nthOf, type Sheet } from '../../../../test/histories/simulated/books.js';
import { ENTITY } from '../../../../test/histories/simulated/requests.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { invoiceId, invoiceIn, INVOICES, takeFrom } from '../invoice/invoice.actions.js';
import { naming } from '../invoice/instalment/parts.actions.js';
import { creditNoteIdOf } from '../streams.js';
import { type CreditNoteRow, creditNoteRows } from './credit-note.tables.js';
import { FinishCreditNote } from './credit.commands.js';

/** A part that was meant for an invoice. */
export interface Part {
  number: string;
  asked: Decimal;
  askedOn: string;
  /** The instalment that it names. */
  instalment?: number;
  /** What the invoice took, and from when that counts. */
  taken?: Decimal;
  on: string;
  /** The credit note has heard of it. */
  heard: boolean;
  /** Of what was taken, not asked back. */
  left: Decimal;
}

interface Undo {
  part: Part;
  amount: Decimal;
  /** The invoice has given it back. */
  given: boolean;
}

export interface Note {
  number: string;
  customer: string;
  currency: string;
  countsOn: string;
  total: Decimal;
  /** Neither meant for an invoice nor paid out, as its own stream knows it. */
  free: Decimal;
  parts: Map<string, Part>;
  /** Asked back, until the credit note has heard that the invoice gave it. */
  askedBack: Map<string, Undo>;
  refunds: { id: string; amount: Decimal; on: string; back?: string }[];
  used: boolean;
  cancelled: boolean;
}

/** By id. */
export const NOTES: Sheet<Map<string, Note>> = { name: 'credit notes', blank: () => new Map() };
export const noteIn = (books: Books, id: string): Note => books.on(NOTES).get(id)!;
/** One of those of which it can be said. */
export const one = (
  books: Books,
  i: number,
  which: (note: Note) => boolean = () => true,
): [id: string, note: Note] | undefined =>
  nthOf(
    [...books.on(NOTES)].filter(([, note]) => which(note)),
    i,
  );
export const sumOf = (amounts: readonly Decimal[]): Decimal =>
  amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0));

/** What is left of it by the ledger: what invoices took, and gave back, counts when they say so. */
function figuresOf({ total, parts, askedBack, refunds, cancelled }: Note) {
  const taken = [...parts.values()].map((part) => {
    const asked = [...askedBack.values()].filter((undo) => undo.part === part && !undo.given);
    return part.taken ? part.left.plus(sumOf(asked.map(({ amount }) => amount))) : new Decimal(0);
  });
  const applied = sumOf(taken);
  const refunded = sumOf(refunds.filter(({ back }) => !back).map(({ amount }) => amount));
  const gone = cancelled ? total : new Decimal(0);
  return { applied, refunded, gone, onAccount: total.minus(applied).minus(refunded).minus(gone) };
}

/** Whether so much is left on the day and on every later one: what came back counts from its own day. */
export function isLeft(
  { total, parts, askedBack, refunds, free }: Note,
  asked: Decimal,
  from: string,
): boolean {
  const moves = [
    ...[...parts.values()].map((part) =>
      part.heard ? { on: part.on, amount: part.left.negated() } : { on: '', amount: part.asked.negated() },
    ),
    ...[...askedBack.values()].map(({ part, amount }) => ({ on: part.on, amount: amount.negated() })),
    ...refunds.map(({ on, amount }) => ({ on, amount: amount.negated() })),
    ...refunds.flatMap(({ back, amount }) => (back ? [{ on: back, amount }] : [])),
  ];
  const left = (day: string): Decimal =>
    sumOf(moves.filter(({ on }) => on <= day).map(({ amount }) => amount)).plus(total);
  const days = [from, ...moves.map(({ on }) => on).filter((on) => on > from)];
  return asked.lessThanOrEqualTo(Decimal.min(free, ...days.map(left)));
}

/** The day from which it counts where none is given: the first on which it is there. */
export const leftFrom = (note: Note, asked: Decimal): string | undefined =>
  [note.countsOn, ...note.refunds.flatMap(({ back }) => back ?? []).sort()].find(
    (day) => day >= note.countsOn && isLeft(note, asked, day),
  );

/** A part that is meant for an invoice, by its number. */
export interface Meant {
  of: string;
  amount: string;
  instalment?: number;
}

/** Invoices of its customer in its currency, each once, in sum at most the amount. */
export function partsOf(
  books: Books,
  of: { customer: string; currency: string },
  drawn: Shares,
  amount: number,
): Meant[] {
  const theirs = [...books.on(INVOICES)]
    .filter(([, { customer, currency }]) => customer === of.customer && currency === of.currency)
    .map(([number]) => number);
  const named = new Set(drawn.flatMap(({ invoice }) => nthOf(theirs, invoice) ?? []));
  const percent = drawn.map(({ share }) => share);
  return naming(books, inParts(amount, [...named], percent, of.currency), drawn);
}

/** As it is asked for. */
export const asBody = (parts: readonly Meant[]): object[] =>
  parts.map(({ of, ...part }) => ({ invoiceId: invoiceId(of), ...part }));

/** What is meant for invoices is taken from what is free, until they answer. */
export function ask(note: Note, parts: readonly Meant[], said: Said, askedOn: string): void {
  const ids = (said.applications as unknown as { applicationId: string }[]).map(
    ({ applicationId }) => applicationId,
  );
  parts.forEach(({ of: number, amount, instalment }, i) => {
    const asked = new Decimal(amount);
    note.free = note.free.minus(asked);
    const about = { number, asked, askedOn, ...(instalment && { instalment }) };
    note.parts.set(ids[i]!, { ...about, on: '', heard: false, left: new Decimal(0) });
  });
}

/** An invoice answers an application once, and takes what it can. */
function answered(said: Said, books: Books, refused: boolean): void {
  const { creditNoteId, applicationId, number, applied = '0' } = said;
  const part = books.on(NOTES).get(creditNoteId!)?.parts.get(applicationId!);
  if (!part || part.taken) throw new Error(`invoice ${number} answered a credit note twice, or unasked`);
  const { taken, on } = takeFrom(invoiceIn(books, number!), part.asked, part.askedOn, {
    ...{ kind: 'credit', instalment: part.instalment },
  });
  must(
    taken.equals(applied),
    `invoice ${number} took ${applied} of a credit note, must be ${taken.toFixed()}`,
  );
  must(taken.isZero() === refused, `invoice ${number}: ${refused ? 'refused' : 'took'} ${taken.toFixed()}`);
  Object.assign(part, { taken, on, left: taken });
}

/** The invoice gives back what was asked, as if it had not been taken from the day it counted from. */
function undone({ creditNoteId, undoId, number, amount, appliedOn }: Said, books: Books): void {
  const asked = books.on(NOTES).get(creditNoteId!)?.askedBack.get(undoId!);
  if (!asked || asked.given) throw new Error(`invoice ${number} gave back twice, or unasked`);
  must(asked.amount.equals(amount!), `invoice ${number} gave back ${amount}, must be ${plain(asked.amount)}`);
  must(
    asked.part.on === appliedOn,
    `invoice ${number} gave back from ${appliedOn}, must be ${asked.part.on}`,
  );
  const invoice = invoiceIn(books, number!);
  invoice.open = invoice.open.plus(asked.amount);
  invoice.taken.push({
    on: asked.part.on,
    amount: asked.amount.negated(),
    kind: 'credit',
    instalment: asked.part.instalment,
  });
  asked.given = true;
}

/** What invoices answer, and what rows and answers must say of credit notes. */
export const creditNoteSheet: Omit<FeatureActions, 'actions'> = {
  hears: {
    CreditApplied: (said, books) => answered(said, books, false),
    CreditRefused: (said, books) => answered(said, books, true),
    CreditUndone: undone,
    CreditAnswered: ({ creditNoteId, applicationId }, books) => {
      const note = noteIn(books, creditNoteId!);
      const part = note.parts.get(applicationId!)!;
      must(!!part.taken && !part.heard, `${note.number} heard an answer twice, or none was given`);
      part.heard = true;
      note.free = note.free.plus(part.asked).minus(part.taken!);
      if (!part.taken!.isZero()) note.used = true;
    },
    CreditUndoAnswered: ({ creditNoteId, undoId }, books) => {
      const note = noteIn(books, creditNoteId!);
      const asked = note.askedBack.get(undoId!);
      must(!!asked?.given, `${note.number} heard twice that an invoice gave back, or it did not`);
      note.askedBack.delete(undoId!);
      note.free = note.free.plus(asked!.amount);
    },
  },
  waiting: (books) =>
    [...books.on(NOTES).values()]
      .filter(({ parts, askedBack }) => askedBack.size > 0 || [...parts.values()].some(({ heard }) => !heard))
      .map(({ number }) => `credit note ${number}`),
  finish: async (books, { execute }) => {
    for (const creditNoteId of books.on(NOTES).keys()) {
      const key = `finish ${creditNoteId}`;
      const by = { actor: { id: 'system:reactor', roles: ['system'] }, correlationId: key, causationId: key };
      const context = { key, hash: '', ...by };
      await execute(Object.assign(new FinishCreditNote(), { creditNoteId, context }));
    }
  },
  agrees: (books, tables) => {
    const rows = tables.rows<CreditNoteRow>(creditNoteRows);
    const is = rows.map((row) => [
      row.id,
      ...[row.total, row.applied, row.refunded, row.cancelled, row.on_account].map(plain),
      row.unanswered,
    ]);
    const says = [...books.on(NOTES)].map(([id, note]) => {
      const { applied, refunded, gone, onAccount } = figuresOf(note);
      must(!onAccount.isNegative(), `${note.number}: ${plain(onAccount)} are left of it`);
      must(id === creditNoteIdOf(ENTITY, note.number), `${note.number} has the id ${id}`);
      const waits = [...note.parts.values()].filter(({ heard }) => !heard).length + note.askedBack.size;
      return [id, ...[note.total, applied, refunded, gone, onAccount].map(plain), waits];
    });
    equal('credit notes', is, says);
  },
  asks: (books) =>
    [...books.on(NOTES)].map(([id, note]) => {
      const { applied, refunded, gone, onAccount } = figuresOf(note);
      return {
        path: `/v1/credit-notes/${id}`,
        is: (body) =>
          [body.total, body.applied, body.refunded, body.cancelled, body.onAccount].map((of) => plain(of!)),
        must: [note.total, applied, refunded, gone, onAccount].map(plain),
      };
    }),
};
