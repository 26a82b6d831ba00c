import type { ReadStreams } from '@quittance/event-store';
import { UuidInPath } from '@quittance/http';
import { namedCustomer } from '../customer/customer.references.js';
import { customerOn } from '../customer/customer.stream.js';
import { issueReferences } from '../invoice/invoice.references.js';
import { invoices } from '../invoice/invoice.stream.js';
import { customerStream, draftStream, invoiceIdOf, invoiceStream } from '../streams.js';
import type { ChangeDraft, CreateDraft } from './draft.commands.js';
import { type Credit, drafts, type Fields, type IssueDraftReferences } from './draft.decider.js';

interface OfDraft {
  draftId: string;
}

export const aboutDraft = { stream: ({ draftId }: OfDraft): string => draftStream(draftId) };

export const draftInPath = (id: string): object => ({
  draftId: UuidInPath('id').transform(id, { type: 'param' }),
});

const fieldsNow = async (read: ReadStreams, draftId: string): Promise<Fields | undefined> =>
  (await read.latest(drafts, draftStream(draftId)))?.draft?.fields;

/** What an invoice of these fields needs to know. */
const whole = (
  fields: Pick<Fields, 'customerId' | 'ownerId' | 'issuedOn'>,
  by: string,
  read: ReadStreams,
  entity: string,
) => issueReferences({ ...fields, actorId: by }, read, entity);

export const ofNew = (command: CreateDraft, read: ReadStreams, entity: string) =>
  whole(command, command.context.actor.id, read, entity);

export async function ofChanged(command: ChangeDraft, read: ReadStreams, entity: string) {
  const now = await fieldsNow(read, command.draftId);
  const { customerId = now?.customerId ?? '', issuedOn = now?.issuedOn ?? '' } = command;
  const ownerId = command.ownerId === undefined ? now?.ownerId : (command.ownerId ?? undefined);
  return whole({ customerId, issuedOn, ownerId }, command.context.actor.id, read, entity);
}

export async function subjectOf({ draftId }: OfDraft, read: ReadStreams, entity: string) {
  return { customerSubject: customerStream(entity, (await fieldsNow(read, draftId))?.customerId ?? '') };
}

/** What is open of the customer, by the ledger. */
const OPEN = `select coalesce(sum(v.open), 0)::text as open from live.invoices v where v.customer_id = $1 and v.currency = $2`;

/** What issuing a draft must know: as an invoice would, whether the number is free, and what is left of the customer's credit. */
export async function ofIssued(
  command: OfDraft & { number?: string; context: { actor: { id: string } } },
  read: ReadStreams,
  entity: string,
): Promise<IssueDraftReferences> {
  const { draftId, number, context } = command;
  const fields =
    (await fieldsNow(read, draftId)) ?? ({ customerId: '', issuedOn: '', currency: '' } as Fields);
  const invoiceId = invoiceIdOf(entity, number ?? '');
  const there = number === undefined ? undefined : await read.latest(invoices, invoiceStream(invoiceId));
  return {
    invoice: await whole(fields, context.actor.id, read, entity),
    credit: await creditOf(fields, read, entity),
    named: { invoiceId, taken: !!there?.issue },
  };
}

async function creditOf(
  { customerId, currency, issuedOn }: Fields,
  read: ReadStreams,
  entity: string,
): Promise<Credit | undefined> {
  const customer = customerId ? await namedCustomer(read, entity, customerId) : undefined;
  const limit = customer && customerOn(customer, issuedOn).creditLimit?.[currency];
  if (limit === undefined) return undefined;
  const { rows, judgedAt, behind } = await read.judge<{ open: string }>(OPEN, [customerId, currency]);
  return { limit, open: rows[0]?.open ?? '0', judgedAt, behind };
}

/** The highest number of the series that an invoice has: asked once, before the first number is taken. */
export async function highestOf(
  { series }: { series: string },
  read: ReadStreams,
): Promise<{ highest: number }> {
  const { rows } = await read.judge<{ highest: string | null }>(
    `select max((substr(v.number, length($1) + 1))::numeric)::text as highest
     from live.invoices v where starts_with(v.number, $1) and substr(v.number, length($1) + 1) ~ '^\\d{1,15}$'`,
    [series],
  );
  return { highest: Number(rows[0]?.highest ?? 0) };
}
