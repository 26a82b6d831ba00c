import { addDays, type Decider, evolve, extended, type FactOf, Rejection } from '@quittance/kernel';
import fc from 'fast-check';
import { type CreditNoteState, creditNotes } from '../src/credit-note/credit-note.stream.js';
import { credit } from '../src/credit-note/credit.decider.js';
import type { CreditFacts } from '../src/credit-note/credit.events.js';
import { type Invoice, invoices } from '../src/invoice/invoice.stream.js';
import { History } from './history.js';

const TODAY = '2026-06-30';
const ofInvoices = extended(invoices, [credit]);
const SUBJECT = { customerSubject: 'customer-C1' };
const WHY = { reason: 'Because.' };

type Note = { id: string; state: CreditNoteState };

/** Invoices, payments and credit notes, as their own deciders make them of commands; what they refuse does not happen. */
export class Credits extends History {
  readonly notes: Note[] = [];
  readonly states = new Map<string, Invoice>();
  /** Commands that were taken and refused. */
  readonly told: string[] = [];
  private made = 0;

  open(total: string, issuedOn: string): void {
    const { id } = this.issue(`N${this.invoices.length}`, total, {
      issuedOn,
      dueOn: addDays(issuedOn, 30),
    });
    const data = { ...this.facts.at(-1)!.data };
    this.states.set(id, evolve(ofInvoices.evolve, ofInvoices.initial, { type: 'InvoiceIssued', data }));
  }

  /** A command of a credit note, by its number in the order of issue. */
  command(name: string, which: number, command: object, references: object = SUBJECT): void {
    const note =
      name === 'IssueCreditNote'
        ? { id: this.id(), state: creditNotes.initial }
        : this.notes[which % (this.notes.length || 1)];
    if (!note) return;
    const facts = this.decided(
      creditNotes as never,
      name,
      note,
      { creditNoteId: note.id, ...command },
      references,
    );
    if (!facts) return;
    if (name === 'IssueCreditNote') this.notes.push(note);
    this.take(note, facts);
    for (const fact of facts) this.ask(note, fact);
  }

  /** The invoices answer, and the credit note hears of it: unless the process died. */
  private ask(note: Note, { type, data }: FactOf<Record<string, Record<string, unknown>>>): void {
    const about = { creditNoteId: note.id, creditNumber: 'CN', currency: this.currency };
    if (type === 'CreditUndoRequested') {
      const { invoiceId } = data.invoice as { invoiceId: string };
      this.asked(note, invoiceId, 'UndoCredit', { ...data, ...about });
      return;
    }
    for (const { invoiceId, amount, applicationId } of (data.applications ?? []) as Record<string, string>[])
      this.asked(note, invoiceId!, 'ApplyCredit', {
        ...about,
        ...{ applicationId, requested: amount, requestedOn: data.requestedOn ?? data.issuedOn },
      });
  }

  private asked(note: Note, id: string, name: string, command: object): void {
    const [fact] = this.decided(ofInvoices as never, name, { id, state: this.states.get(id) }, command, {})!;
    this.states.set(id, evolve(ofInvoices.evolve, this.states.get(id)!, fact!));
    this.add(`invoice-${id}`, fact!.type as never, fact!.data as never);
    const invoice = this.invoices.find((one) => one.id === id)!;
    invoice.open = this.money(this.states.get(id)!.settlement.open);
    const said = fact!.data as never as CreditFacts['CreditApplied'] &
      CreditFacts['CreditRefused'] & { undoId?: string };
    const { applicationId, requested, applied = this.money('0').toString(), undoId } = said;
    const answer = undoId
      ? { undoId }
      : { applicationId, requested, applied, appliedOn: said.appliedOn ?? said.requestedOn };
    this.take(
      note,
      this.decided(creditNotes as never, 'RecordCreditAnswers', note, { answers: [answer] }, {})!,
    );
  }

  private take(note: Note, facts: FactOf<Record<string, object>>[]): void {
    for (const { type, data } of facts) {
      note.state = evolve(creditNotes.evolve, note.state, { type, data });
      this.add(`credit-note-${note.id}`, type as never, data as never);
    }
  }

  private decided(
    decider: Decider<Record<string, object>, unknown, Record<string, Record<string, unknown>>>,
    name: string,
    { id, state }: { id: string; state: unknown },
    command: object,
    references: object,
  ): FactOf<Record<string, Record<string, unknown>>>[] | undefined {
    const context = {
      ...{ today: TODAY, calendar: { hasDay: () => true, dueYearsMost: 10 }, entity: 'main' },
      ...{ actor: { id: 'anna', roles: ['clerk'] }, stream: `${decider.category}-${id}`, id, references },
      partId: () => this.id(),
    };
    try {
      const facts = decider.decide[name]!(command, state, context as never);
      this.told.push(`${name} ${facts.length > 0 ? 'taken' : 'nothing'}`);
      return JSON.parse(JSON.stringify(facts)) as typeof facts;
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      this.told.push(`${name} ${error.code}`);
      return undefined;
    }
  }

  private id(): string {
    const hex = (this.made += 1).toString(16).padStart(12, '0');
    return `00000000-0000-5000-8000-${hex}`;
  }
}

const day = fc.nat(120).map((days) => addDays('2026-01-01', days));
const amount = fc.integer({ min: 1, max: 15_000 }).map((cents) => (cents / 100).toFixed(2));
const of = <const Kind extends string, Fields extends object>(
  kind: Kind,
  fields: { [F in keyof Fields]: fc.Arbitrary<Fields[F]> },
) => fc.record({ kind: fc.constant(kind), ...fields }) as unknown as fc.Arbitrary<{ kind: Kind } & Fields>;
const parts = fc.array(fc.record({ invoice: fc.nat(), amount }), { maxLength: 3 });
const often = fc.record({
  kind: fc.constant('undo' as const),
  part: fc.nat(),
  amount: fc.option(fc.constantFrom('0.01', '1.00'), { nil: undefined }),
});
const step = fc.oneof(
  of('invoice', { on: day, amount }),
  of('pay', { on: day, amount, invoice: fc.nat() }),
  of('credit', { on: day, amount, parts }),
  of('apply', { note: fc.nat(), parts, on: fc.option(day, { nil: undefined }) }),
  { arbitrary: often, weight: 3 },
  {
    arbitrary: of('refund', { note: fc.nat(), amount: fc.oneof(amount, fc.constant('1.00')), on: day }),
    weight: 2,
  },
  { arbitrary: of('reverse', { part: fc.nat(), on: fc.option(day, { nil: undefined }) }), weight: 2 },
  of('cancel', { note: fc.nat() }),
);

/** At random: what a bookkeeper may do with credit notes, in any order, whatever of it is refused. */
export const randomCredits = fc.array(step, { minLength: 15, maxLength: 30, size: 'max' }).map((steps) => {
  const history = new Credits();
  history.open('100.00', '2026-01-05');
  for (const one of steps) {
    const named = (asked: readonly { invoice: number; amount: string }[]) => {
      const once = new Map(asked.map((part) => [part.invoice % history.invoices.length, part.amount]));
      const applications = [...once].map(([i, each]) => ({
        invoiceId: history.invoices[i]!.id,
        amount: each,
      }));
      return {
        applications,
        invoices: [...once.keys()].map((i) => ({ ...history.invoices[i]!, currency: 'EUR' })),
      };
    };
    switch (one.kind) {
      case 'invoice':
        history.open(one.amount, one.on);
        break;
      case 'pay': {
        const invoice = history.invoices[one.invoice % history.invoices.length]!;
        history.pay(one.amount, one.on, [{ invoice, amount: one.amount }]);
        const { type, data } = history.facts.at(-1)!;
        const state = evolve(ofInvoices.evolve, history.states.get(invoice.id)!, { type, data });
        history.states.set(invoice.id, state);
        break;
      }
      case 'credit': {
        const { applications, invoices: read } = named(one.parts);
        const command = {
          ...{ number: 'CN', customerId: 'C1', issuedOn: one.on, currency: 'EUR', total: one.amount },
          ...{ reasonCode: 'price', ...WHY, applications },
        };
        const references = { ...SUBJECT, customer: { customerId: 'C1' }, corrected: [], invoices: read };
        history.command('IssueCreditNote', 0, command, references);
        break;
      }
      case 'apply': {
        const { applications, invoices: read } = named(one.parts);
        history.command('ApplyCreditNote', one.note, { applications, on: one.on }, { invoices: read });
        break;
      }
      case 'undo': {
        const [note, applicationId] = nth(history, 'parts', one.part);
        const undo = { applicationId, amount: one.amount, ...WHY };
        history.command('UndoApplication', note, undo, { ...SUBJECT, upheld: [] });
        break;
      }
      case 'refund':
        history.command('RefundCreditNote', one.note, { amount: one.amount, refundedOn: one.on, ...WHY });
        break;
      case 'reverse': {
        const [note, refundId] = nth(history, 'refunds', one.part);
        history.command('ReverseCreditRefund', note, { refundId, on: one.on, ...WHY });
        break;
      }
      case 'cancel':
        history.command('CancelCreditNote', one.note, WHY);
    }
  }
  return history;
});

/** One of the parts of all credit notes: the number of its credit note, and its id. */
function nth({ notes }: Credits, of: 'parts' | 'refunds', i: number): [note: number, id: string] {
  const all = notes.flatMap(({ state }, note) =>
    Object.keys(state.creditNote?.[of] ?? {}).map((id): [number, string] => [note, id]),
  );
  return all[i % (all.length || 1)] ?? [0, 'none'];
}
