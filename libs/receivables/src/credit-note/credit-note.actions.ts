import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  action,
  cents,
  day,
  type FeatureActions,
  inCents,
  NAMES,
  nth,
  type Request,
  shares,
  sharesSaid,
  which,
} from '../../../../test/histories/simulated/action.js';
import { amountOf, dayAt, centsOf, inside, nthOf } from '../../../../test/histories/simulated/books.js';
import { invoiceId, invoiceIn, invoiceNumbered } from '../invoice/invoice.actions.js';
import { namesNone } from '../invoice/instalment/parts.actions.js';
import {
  ApplyCreditNote,
  CancelCreditNote,
  IssueCreditNote,
  RefundCreditNote,
  ReverseCreditRefund,
  UndoApplication,
} from './credit-note.commands.js';
import {
  asBody,
  ask,
  creditNoteSheet,
  isLeft,
  leftFrom,
  type Meant,
  type Note,
  noteIn,
  NOTES,
  one,
  partsOf,
  sumOf,
} from './credit-note.sheet.actions.js';

/** So many percent of its total. */
const shareOf = ({ total, currency }: Note, share: number): number =>
  Math.max(1, Math.floor((centsOf(total, currency) * share) / 100));

/** Percent: round ones too, so that some fit exactly. */
const share = fc.oneof(fc.constantFrom(25, 50, 100), fc.nat(120));

const WHY = { reason: 'Two of ten came broken.' };
const onNote = (id: string, type: Request['type'], path: string, body: object, named = {}): Request => ({
  type,
  path: `/v1/credit-notes/${id}/${path}`,
  body: { ...body, ...WHY },
  named: { creditNoteId: id, ...named },
});

const credit = action({
  do: 'credit',
  weight: 4,
  draw: fc.record({
    number: fc.nat(4),
    /** Whose customer it is for; null: for one of whom no invoice may be known. */
    invoice: fc.oneof({ weight: 5, arbitrary: which }, { weight: 1, arbitrary: fc.constant(null) }),
    customer: fc.nat(1),
    cents,
    issued: day,
    parts: shares,
    corrects: fc.boolean(),
  }),
  words: ({ number, invoice, customer, issued, parts, corrects, ...drawn }) =>
    `issue credit note ${number} to ${invoice === null ? NAMES.customers[customer] : `whom the ${nth(invoice)} invoice is for`} ` +
    `over ${inCents(drawn.cents)} on ${dayAt(issued)}: ${sharesSaid(parts)}${corrects ? '; it names what it corrects' : ''}`,
  command: (drawn, books, { tag, customers }) => {
    const number = drawn.invoice === null ? undefined : invoiceNumbered(books, drawn.invoice);
    const invoice = number === undefined ? undefined : invoiceIn(books, number);
    const customer = invoice?.customer ?? customers[drawn.customer]!;
    const currency = invoice?.currency ?? 'EUR';
    return {
      number: `${tag}-CN-${drawn.number}`,
      customerId: customer,
      issuedOn: dayAt(drawn.issued),
      currency,
      total: amountOf(drawn.cents, currency),
      corrects: drawn.corrects && number !== undefined ? [number] : [],
      parts: partsOf(books, { customer, currency }, drawn.parts, drawn.cents),
    };
  },
  verdict: ({ number, parts }, books) => {
    if ([...books.on(NOTES).values()].some((note) => note.number === number)) return 'number-taken';
    return namesNone(books, parts) ? 'invalid' : 'ok';
  },
  take: ({ number, customerId: customer, issuedOn: countsOn, currency, total, parts }, books, said) => {
    const amounts = { total: new Decimal(total), free: new Decimal(total) };
    const state = { parts: new Map(), askedBack: new Map(), refunds: [], used: false, cancelled: false };
    const note: Note = { number, customer, currency, countsOn, ...amounts, ...state };
    books.on(NOTES).set(said.creditNoteId!, note);
    ask(note, parts, said, countsOn);
  },
  request: ({ corrects, parts, ...said }) => {
    const body = { ...said, reasonCode: 'quality', ...WHY, corrects: corrects.map(invoiceId) };
    return {
      type: IssueCreditNote,
      path: '/v1/credit-notes',
      body: { ...body, applications: asBody(parts) },
    };
  },
});

const askedIn = (parts: readonly Meant[]): Decimal => sumOf(parts.map(({ amount }) => new Decimal(amount)));

const apply = action({
  do: 'apply',
  weight: 3,
  draw: fc.record({ note: fc.nat(4), share, parts: shares, on: fc.option(day) }),
  words: ({ note, parts, on, ...drawn }) =>
    `apply ${drawn.share} % of the ${nth(note)} credit note${on === null ? '' : ` from ${dayAt(on)} on`}: ${sharesSaid(parts)}`,
  command: (drawn, books) => {
    const [id, note] = one(books, drawn.note) ?? [];
    const parts = note ? partsOf(books, note, drawn.parts, shareOf(note, drawn.share)) : [];
    if (id === undefined || parts.length === 0) return undefined;
    return { id, parts, ...(drawn.on !== null && { on: dayAt(drawn.on) }) };
  },
  verdict: ({ id, parts, on }, books) => {
    if (namesNone(books, parts)) return 'invalid';
    const [note, asked] = [noteIn(books, id), askedIn(parts)];
    if (on === undefined) return leftFrom(note, asked) === undefined ? 'more-than-left' : 'ok';
    return isLeft(note, asked, on > note.countsOn ? on : note.countsOn) ? 'ok' : 'more-than-left';
  },
  take: ({ id, parts, on }, books, said) => {
    const note = noteIn(books, id);
    const from = on ?? leftFrom(note, askedIn(parts))!;
    ask(note, parts, said, from > note.countsOn ? from : note.countsOn);
  },
  request: ({ id, parts, on }) => {
    const { body: _, ...request } = onNote(id, ApplyCreditNote, 'applications', {});
    return { ...request, body: { applications: asBody(parts), ...(on !== undefined && { on }) } };
  },
});

const undo = action({
  do: 'undo',
  weight: 3,
  // Null: all that is applied by it.
  draw: fc.record({ note: fc.nat(4), part: fc.nat(3), share: fc.option(share) }),
  words: ({ note, part, ...drawn }) =>
    `undo ${drawn.share === null ? 'all' : `${drawn.share} % of the whole`} of the ${nth(part)} application of the ${nth(note)} credit note`,
  command: (drawn, books) => {
    const [id, note] = one(books, drawn.note, ({ parts }) => parts.size > 0) ?? [];
    const part = note && nthOf([...note.parts.keys()], drawn.part);
    if (id === undefined || !note || part === undefined) return undefined;
    return {
      id,
      part,
      ...(drawn.share !== null && { amount: amountOf(shareOf(note, drawn.share), note.currency) }),
    };
  },
  verdict: ({ id, part, amount }, books) => {
    const { heard, left } = noteIn(books, id).parts.get(part)!;
    if (!heard) return 'application-pending';
    return left.isZero() || left.lessThan(amount ?? 0) ? 'more-than-applied' : 'ok';
  },
  take: ({ id, part: of, amount }, books, { undoId }) => {
    const note = noteIn(books, id);
    const part = note.parts.get(of)!;
    const asked = amount === undefined ? part.left : new Decimal(amount);
    part.left = part.left.minus(asked);
    note.askedBack.set(undoId!, { part, amount: asked, given: false });
  },
  request: ({ id, part, amount }) =>
    onNote(id, UndoApplication, `applications/${part}/undo`, amount === undefined ? {} : { amount }, {
      applicationId: part,
    }),
});

const refund = action({
  do: 'refund',
  weight: 2,
  draw: fc.record({ note: fc.nat(4), share, refunded: day }),
  words: ({ note, refunded, ...drawn }) =>
    `on ${dayAt(refunded)} pay out ${drawn.share} % of the ${nth(note)} credit note`,
  command: (drawn, books) => {
    const [id, note] = one(books, drawn.note) ?? [];
    if (id === undefined || !note) return undefined;
    const amount = amountOf(shareOf(note, drawn.share), note.currency);
    return { id, amount, refundedOn: inside(drawn.refunded, note.countsOn) };
  },
  verdict: ({ id, amount, refundedOn }, books) => {
    const note = noteIn(books, id);
    if (refundedOn < note.countsOn) return 'invalid';
    return isLeft(note, new Decimal(amount), refundedOn) ? 'ok' : 'more-than-left';
  },
  take: ({ id, amount, refundedOn: on }, books, { refundId }) => {
    const note = noteIn(books, id);
    const paid = new Decimal(amount);
    note.refunds.push({ id: refundId!, amount: paid, on });
    Object.assign(note, { free: note.free.minus(paid), used: true });
  },
  request: ({ id, ...body }) => onNote(id, RefundCreditNote, 'refunds', body),
});

const reverse = action({
  do: 'reverse',
  weight: 2,
  draw: fc.record({ note: fc.nat(4), refund: fc.nat(2), reversed: day }),
  words: ({ note, refund: of, reversed }) =>
    `on ${dayAt(reversed)} the ${nth(of)} refund of the ${nth(note)} credit note comes back`,
  command: (drawn, books) => {
    const [id, note] = one(books, drawn.note, ({ refunds }) => refunds.length > 0) ?? [];
    const of = note && nthOf(note.refunds, drawn.refund);
    return id === undefined || !of ? undefined : { id, refund: of.id, on: dayAt(drawn.reversed) };
  },
  verdict: ({ id, refund: of, on }, books) => {
    const found = noteIn(books, id).refunds.find((each) => each.id === of)!;
    return found.back ? 'reversed' : on < found.on ? 'invalid' : 'ok';
  },
  take: ({ id, refund: of, on }, books) => {
    const note = noteIn(books, id);
    const found = note.refunds.find((each) => each.id === of)!;
    found.back = on;
    note.free = note.free.plus(found.amount);
  },
  request: ({ id, refund: refundId, on }) =>
    onNote(id, ReverseCreditRefund, `refunds/${refundId}/reversal`, { on }, { refundId }),
});

const cancel = action({
  do: 'cancel',
  weight: 1,
  draw: fc.record({ note: fc.nat(4) }),
  words: ({ note }) => `cancel the ${nth(note)} credit note`,
  command: (drawn, books) => {
    const [id] = one(books, drawn.note) ?? [];
    return id === undefined ? undefined : { id };
  },
  verdict: ({ id }, books) => {
    const { cancelled, used, parts } = noteIn(books, id);
    if (cancelled) return 'nothing';
    return used || [...parts.values()].some(({ heard }) => !heard) ? 'in-use' : 'ok';
  },
  take: ({ id }, books) => {
    const note = noteIn(books, id);
    Object.assign(note, { cancelled: true, free: note.free.minus(note.total) });
  },
  request: ({ id }) => onNote(id, CancelCreditNote, 'cancellation', {}),
});

export const creditNoteActions: FeatureActions = {
  actions: [credit, apply, undo, refund, reverse, cancel],
  ...creditNoteSheet,
};
