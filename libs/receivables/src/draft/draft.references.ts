import type { ReadStreams } from '@quittance/event-store';
import { UuidInPath } from '@quittance/http';
import { lookAlikeForm } from '@quittance/kernel';
import { issueReferences } from '../invoice/invoice.references.js';
import { invoices } from '../invoice/invoice.stream.js';
import { customerStream, draftStream, invoiceIdOf, invoiceStream } from '../streams.js';
import type { ChangeDraft, CreateDraft } from './draft.commands.js';
import { drafts, type Fields, type IssueDraftReferences } from './draft.decider.js';

interface OfDraft {
  draftId: string;
}

export const aboutDraft = { stream: ({ draftId }: OfDraft): string => draftStream(draftId) };

export const draftInPath = (id: string): object => ({
  draftId: UuidInPath('id').transform(id, { type: 'param' }),
});

const fieldsNow = async (read: ReadStreams, draftId: string): Promise<Fields | undefined> =>
  (await read.latest(drafts, draftStream(draftId)))?.draft?.fields;

/** What an invoice of these fields needs to know; of the customer's credit, where they name a currency. */
const whole = (
  { customerId, ownerId, issuedOn, currency }: Partial<Fields>,
  by: string,
  read: ReadStreams,
  entity: string,
) =>
  issueReferences(
    { customerId: customerId ?? '', issuedOn: issuedOn ?? '', ownerId, currency, actorId: by },
    read,
    entity,
  );

export const ofNew = (command: CreateDraft, read: ReadStreams, entity: string) =>
  whole({ ...command, currency: undefined }, command.context.actor.id, read, entity);

export async function ofChanged(command: ChangeDraft, read: ReadStreams, entity: string) {
  const now = await fieldsNow(read, command.draftId);
  const { customerId = now?.customerId, issuedOn = now?.issuedOn } = command;
  const ownerId = command.ownerId === undefined ? now?.ownerId : (command.ownerId ?? undefined);
  return whole({ customerId, issuedOn, ownerId }, command.context.actor.id, read, entity);
}

export async function subjectOf({ draftId }: OfDraft, read: ReadStreams, entity: string) {
  return { customerSubject: customerStream(entity, (await fieldsNow(read, draftId))?.customerId ?? '') };
}

/** What issuing a draft must know: as an invoice would, and whether the number is free. */
export async function ofIssued(
  command: OfDraft & { number?: string; context: { actor: { id: string } } },
  read: ReadStreams,
  entity: string,
): Promise<IssueDraftReferences> {
  const { draftId, number, context } = command;
  const fields = (await fieldsNow(read, draftId)) ?? {};
  const invoiceId = invoiceIdOf(entity, number ?? '');
  const there = number === undefined ? undefined : await read.latest(invoices, invoiceStream(invoiceId));
  return {
    invoice: await whole(fields, context.actor.id, read, entity),
    named: { invoiceId, taken: !!there?.issue, alike: await alikeOf(number, read, entity) },
  };
}

/** Whoever looks like it. */
const ALIKE = `select unnest(h.name || h.others) as name from write_side.looks_alike h
  where h.entity = $1 and h.kind = 'invoice' and h.form = $2`;

/** Another number that an invoice has and that looks like this one: asked before the draft stands still. */
async function alikeOf(
  number: string | undefined,
  read: ReadStreams,
  entity: string,
): Promise<string | undefined> {
  if (number === undefined) return undefined;
  const { rows } = await read.judge<{ name: string }>(ALIKE, [entity, lookAlikeForm(number)]);
  for (const { name } of rows) {
    const there = name !== number && (await read.latest(invoices, invoiceStream(invoiceIdOf(entity, name))));
    if (there && there.issue) return name;
  }
  return undefined;
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
