import {
  type Execute,
  type FactReader,
  type Outcome,
  type RecordedFact,
  uuid5,
} from '@quittance/event-store';
import { Money } from '@quittance/kernel';
import {
  type Answers,
  type Ask,
  askFor as askInvoices,
  askInvoice,
  readAsking,
} from '../asking/ask-invoice.js';
import { creditNoteStream } from '../streams.js';
import type { ApplicationAnswer } from './credit-note.answers.js';
import type { CreditNoteFacts, RequestedApplication } from './credit-note.events.js';
import { creditNotes } from './credit-note.stream.js';
import { ApplyCredit, type CreditAnswer, RecordCreditAnswers, UndoCredit } from './credit.commands.js';
import type { CreditFacts } from './credit.events.js';

/** Facts that ask invoices for something. */
type Asking = 'CreditNoteIssued' | 'CreditRequested' | 'CreditUndoRequested';
const ASKING: readonly string[] = ['CreditNoteIssued', 'CreditRequested', 'CreditUndoRequested'];

/** Asks the invoices for what a fact of a credit note wants of them, and records their answers with the credit note. */
export async function askFor(fact: RecordedFact, execute: Execute): Promise<Answers<CreditAnswer>['by']> {
  if (!ASKING.includes(fact.type)) return new Map();
  const { creditNoteId } = fact.data as unknown as CreditNoteFacts[Asking];
  const body = (answers: CreditAnswer[]) => ({ creditNoteId, answers });
  return (await askInvoices(execute, fact, asksOf(fact), { type: RecordCreditAnswers, body })).by;
}

function asksOf(fact: RecordedFact): Ask<CreditAnswer>[] {
  if (fact.type === 'CreditUndoRequested') return [undoing(fact)];
  const data = fact.data as unknown as CreditNoteFacts['CreditNoteIssued' | 'CreditRequested'];
  const requestedOn = 'requestedOn' in data ? data.requestedOn : (data.opening?.on ?? data.issuedOn);
  const { creditNoteId, creditNumber, currency } = data;
  return data.applications.map(({ applicationId, invoiceId, amount, instalment }) => async (execute) => {
    const body = {
      ...{ invoiceId, creditNoteId, creditNumber, applicationId },
      ...{ requested: amount, currency, requestedOn },
      // The body is that of all releases: an invoice that answered one of them answers the same.
      ...(instalment && { instalment }),
    };
    const key = uuid5(fact.id, applicationId);
    const said = await askInvoice(execute, fact, key, { type: ApplyCredit, body });
    return { part: applicationId, answer: said && answerOf(said) };
  });
}

const undoing =
  (fact: RecordedFact): Ask<CreditAnswer> =>
  async (execute) => {
    const { undoId, applicationId, creditNoteId, creditNumber, invoice, amount, personal } =
      fact.data as unknown as CreditNoteFacts['CreditUndoRequested'];
    const { invoiceId } = invoice;
    const body = { invoiceId, creditNoteId, creditNumber, applicationId, undoId, amount, personal };
    const said = await askInvoice(execute, fact, uuid5(fact.id, undoId), { type: UndoCredit, body });
    return { part: undoId, answer: said && { undoId } };
  };

function answerOf({ type, data }: RecordedFact): CreditAnswer {
  if (type === 'CreditApplied') {
    const { applicationId, requested, applied, appliedOn } = data as unknown as CreditFacts['CreditApplied'];
    const code = applied === requested ? {} : { code: 'less-open' };
    return { applicationId, requested, applied, ...code, appliedOn };
  }
  const { applicationId, requested, currency, code, requestedOn } =
    data as unknown as CreditFacts['CreditRefused'];
  const applied = Money.zero(currency).toString();
  return { applicationId, requested, applied, code, appliedOn: requestedOn };
}

/** What became of the parts that a fact names, once it was asked for them. */
export function answersTo(
  fact: RecordedFact,
  answers: ReadonlyMap<string, CreditAnswer>,
): ApplicationAnswer[] {
  const { applications = [], currency } = fact.data as unknown as {
    applications?: RequestedApplication[];
    currency: string;
  };
  return applications.map(({ applicationId, invoiceId, amount }) => {
    const part = { applicationId, invoiceId, requested: amount };
    const answer = answers.get(applicationId);
    if (!answer || !('applied' in answer))
      return { ...part, applied: Money.zero(currency).toString(), status: 'pending' };
    const { applied, code } = answer;
    const status = Money.of(applied, currency).isPositive ? 'applied' : 'refused';
    return { ...part, applied, status, ...(code !== undefined && { code }) };
  });
}

/** Asks again for all that has no answer yet. */
export async function finishCreditNote(
  store: FactReader,
  execute: Execute,
  creditNoteId: string,
): Promise<void> {
  const { state, facts } = await readCreditNote(store, creditNoteId);
  if (!state.creditNote) return;
  const { parts, takenBack } = state.creditNote;
  const waits = ({ type, data }: RecordedFact): boolean => {
    if (type === 'CreditUndoRequested') return (data as { undoId: string }).undoId in takenBack;
    const { applications = [] } = data as { applications?: RequestedApplication[] };
    return applications.some(({ applicationId }) => parts[applicationId]?.pending);
  };
  for (const fact of facts) if (waits(fact)) await askFor(fact, execute);
}

/**
 * What is left of it after a request and the answers of the invoices that it asked: neither applied, refunded nor cancelled.
 * What came later is not in it, so that a replay answers as before.
 */
export async function onAccount(
  store: FactReader,
  { id, revision, facts }: Pick<Outcome, 'id' | 'revision' | 'facts'>,
): Promise<string> {
  const asked = new Set<string | undefined>(facts.flatMap(partsOf));
  const { creditNote } = (
    await readCreditNote(store, id, (fact) => fact.revision <= revision || asked.has(answeredBy(fact)))
  ).state;
  const { currency, free, parts } = creditNote!;
  const pending = Object.values(parts).filter((part) => part.pending);
  return Money.sum(
    [free, ...pending.map(({ requested }) => requested)].map((amount) => Money.of(amount, currency)),
    currency,
  ).toString();
}

/** What a fact asks invoices for, by its ids. */
const partsOf = ({ type, data }: RecordedFact): string[] =>
  type === 'CreditUndoRequested'
    ? [(data as { undoId: string }).undoId]
    : ((data as { applications?: RequestedApplication[] }).applications?.map((part) => part.applicationId) ??
      []);

/** What a fact answers, by its id. */
function answeredBy({ type, data }: RecordedFact): string | undefined {
  if (type === 'CreditAnswered') return (data as { applicationId: string }).applicationId;
  return type === 'CreditUndoAnswered' ? (data as { undoId: string }).undoId : undefined;
}

const readCreditNote = (store: FactReader, creditNoteId: string, counts?: (fact: RecordedFact) => boolean) =>
  readAsking(store, creditNotes, creditNoteStream(creditNoteId), ASKING, counts);
