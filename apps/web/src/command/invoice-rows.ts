import type { paths } from '../api/schema';
import { type CannotWord, type Command, commandAbout } from './command';

/** An invoice as lists have it. */
export type InvoiceRow =
  paths['/v1/invoices']['get']['responses'][200]['content']['application/json']['items'][number];

/** What a list says of an invoice is enough for these. */
const aboutEach = commandAbout<InvoiceRow>();
const names = ({ id }: InvoiceRow): Record<string, string> => ({ id });

const reason = { kind: 'text', name: 'reason', required: true, reasons: true } as const;

export const isVoid = ({ document }: InvoiceRow): CannotWord | undefined =>
  document === 'void' ? 'isVoid' : undefined;
export const nothingOpen = (invoice: InvoiceRow): CannotWord | undefined =>
  isVoid(invoice) ?? (invoice.settlement === 'settled' ? 'nothingOpen' : undefined);
export const held =
  (kind: string, why: CannotWord) =>
  (invoice: InvoiceRow): CannotWord | undefined =>
    nothingOpen(invoice) ?? (invoice.holds.some((hold) => hold.kind === kind) ? why : undefined);

export const extend = aboutEach({
  ...{ name: 'extend', path: '/v1/invoices/{id}/extensions', shortcut: 'e', names },
  cannot: held('on-plan', 'onPlan'),
  fields: ({ agreedDueOn }, { today }) => [
    { kind: 'date', name: 'agreedDueOn', initial: agreedDueOn, required: true },
    reason,
    { kind: 'date', name: 'grantedOn', initial: today },
  ],
});

export const pause = aboutEach({
  ...{ name: 'pause', path: '/v1/invoices/{id}/pauses', names, cannot: held('paused', 'alreadyPaused') },
  fields: () => [{ kind: 'date', name: 'until', hint: 'untilEnded' }, reason],
});

export const owner = aboutEach({
  ...{ name: 'owner', path: '/v1/invoices/{id}/owner', shortcut: 'a', names, cannot: isVoid },
  fields: (_invoice, { today }) => [
    { kind: 'lookup', of: 'person', name: 'ownerId', required: true },
    reason,
    { kind: 'date', name: 'assignedOn', initial: today },
  ],
});

export const note = aboutEach({
  ...{ name: 'note', path: '/v1/invoices/{id}/notes', names },
  fields: () => [
    { kind: 'text', name: 'text', long: true, required: true },
    { kind: 'date', name: 'followUpOn', hint: 'followUp' },
  ],
});

export const send = aboutEach({
  ...{ name: 'send', path: '/v1/invoices/{id}/sent', names },
  cannot: (invoice) => isVoid(invoice) ?? (invoice.document === 'sent' ? 'alreadySent' : undefined),
  fields: (_invoice, { today }) => [
    {
      ...{ kind: 'choice', name: 'channel', required: true, initial: 'mail' },
      choices: ['mail', 'post', 'portal', 'edi', 'other'],
    },
    { kind: 'text', name: 'to' },
    { kind: 'date', name: 'sentOn', initial: today },
  ],
});

export const collect = aboutEach({
  ...{ name: 'collect', path: '/v1/invoices/{id}/collections', names },
  cannot: held('in-collection', 'inCollection'),
  fields: (_invoice, { today }) => [
    { kind: 'text', name: 'agency', required: true },
    reason,
    { kind: 'date', name: 'handedOverOn', initial: today },
  ],
});

/** What can be done about several at once: nothing that asks for an amount of each. */
export const BULK_COMMANDS: Command<InvoiceRow>[] = [owner, extend, pause, note, send, collect];

/** An invoice by its number, at the revision that was seen. */
export const thingOf = (row: InvoiceRow) => ({
  ...{ id: row.id, title: row.number, subject: row },
  ...(row.revision !== undefined && { seen: `"${row.revision}"` }),
});
