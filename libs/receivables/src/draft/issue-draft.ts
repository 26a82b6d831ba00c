import {
  causedBy,
  type Execute,
  type FactReader,
  type Outcome,
  type RecordedFact,
  uuid5,
} from '@quittance/event-store';
import { Rejection } from '@quittance/kernel';
import { readAsking } from '../asking/ask-invoice.js';
import { IssueInvoice } from '../invoice/issue/issue.commands.js';
import { draftStream } from '../streams.js';
import { type DraftIssuedAnswer, ReopenDraft } from './draft.commands.js';
import { drafts } from './draft.decider.js';
import type { DraftFacts } from './draft.events.js';

/**
 * The invoice is issued of the draft as it stood: once, whoever asks and however often. Refused, the draft is open again, and who
 * asks once more under the same key hears of that refusal: the draft may have been issued anew since.
 */
export async function issueOf(
  { facts: [written] }: Outcome,
  execute: Execute,
  store: FactReader,
): Promise<DraftIssuedAnswer> {
  return invoiceOf(written!, execute, store);
}

/** Asks for the invoice of a draft that says it was issued: a crash may have come before it was. */
export async function finishDraft(store: FactReader, execute: Execute, draftId: string): Promise<void> {
  const { state, facts } = await readAsking(store, drafts, draftStream(draftId), ['DraftIssued']);
  if (!state.draft?.issued) return;
  await invoiceOf(facts.at(-1)!, execute, store).catch((error: unknown) => {
    // The draft is open again: somebody looks at it.
    if (!(error instanceof Rejection)) throw error;
  });
}

async function invoiceOf(
  written: RecordedFact,
  execute: Execute,
  store: FactReader,
): Promise<DraftIssuedAnswer> {
  const { number, invoiceId, draftId } = written.data as DraftFacts['DraftIssued'];
  const refused = await reopenedAfter(written, store);
  if (refused) throw reopened(refused);
  const before = ({ revision }: RecordedFact): boolean => revision <= written.revision;
  const { state } = await readAsking(store, drafts, written.stream, [], before);
  const body = { ...state.draft!.fields, number };
  try {
    const context = causedBy(written, uuid5(written.id, 'invoice'), body);
    await execute(Object.assign(new IssueInvoice(), body, { context }));
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const { code } = error;
    const again = { draftId, code };
    const context = causedBy(written, uuid5(written.id, 'reopened'), again);
    await execute(Object.assign(new ReopenDraft(), again, { context }));
    throw reopened({ number, code });
  }
  return { number, invoiceId };
}

const reopened = ({ number, code }: { number: string; code: string }): Rejection =>
  Rejection.conflict(
    'draft-reopened',
    `Invoice ${number} was refused (${code}) when it was issued of the draft, which is open again: look at it, and issue it under a new key.`,
  );

async function reopenedAfter(
  { stream, revision }: RecordedFact,
  store: FactReader,
): Promise<DraftFacts['DraftReopened'] | undefined> {
  for await (const fact of store.read(stream, revision + 1n))
    if (fact.type === 'DraftReopened') return fact.data as DraftFacts['DraftReopened'];
  return undefined;
}
