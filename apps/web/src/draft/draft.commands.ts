import { type Command, commandAbout } from '../command/command';
import { invoiceFields } from '../command/invoice-fields';
import type { DraftDetails } from './use-drafts';

/** What an invoice is to say: its number is given when it is issued. */
export const WRITE_DRAFT = commandAbout<null>()({
  ...{ name: 'writeDraft', path: '/v1/drafts', shortcut: 'n', begins: true, names: () => ({}) },
  fields: (_nothing, { today }) => invoiceFields(today),
});

const about = commandAbout<DraftDetails>();
const names = ({ id }: DraftDetails): Record<string, string> => ({ id });

const change = about({
  ...{ name: 'changeDraft', path: '/v1/drafts/{id}/changes', names },
  fields: ({ issuedOn, content, currency, total, notes }) => [
    { kind: 'date', name: 'issuedOn', initial: issuedOn, required: true },
    { kind: 'date', name: 'dueOn', initial: content.dueOn },
    { kind: 'amount', name: 'total', currency, initial: total, required: true },
    { kind: 'amount', name: 'net', currency, initial: content.net },
    { kind: 'amount', name: 'vat', label: 'tax', currency, initial: content.vat },
    { kind: 'text', name: 'notes', long: true, initial: notes ?? '' },
  ],
  // Only what was changed is sent; what was emptied is taken away. Nothing changed: there is nothing to send.
  body: (values, draft) => {
    const before: Record<string, string | null | undefined> = {
      ...{ issuedOn: draft.issuedOn, total: draft.total, notes: draft.notes },
      ...{ dueOn: draft.content.dueOn, net: draft.content.net, vat: draft.content.vat },
    };
    const changed = Object.keys(before).filter((name) => (values[name] ?? null) !== (before[name] ?? null));
    return changed.length === 0
      ? undefined
      : Object.fromEntries(changed.map((name) => [name, values[name] ?? null]));
  },
});

const approve = about({
  ...{ name: 'approve', path: '/v1/drafts/{id}/approval', shortcut: 'y', names },
  fields: () => [],
});

const issue = about({
  ...{ name: 'issue', path: '/v1/drafts/{id}/issue', names },
  fields: () => [
    { kind: 'text', name: 'number', hint: 'numberOrSeries' },
    { kind: 'text', name: 'series' },
  ],
  // One of the two says which number it gets.
  body: ({ number, series }) =>
    number === undefined && series === undefined
      ? undefined
      : { ...(number !== undefined && { number }), ...(series !== undefined && { series }) },
});

const discard = about({
  ...{ name: 'discard', path: '/v1/drafts/{id}/discard', names },
  fields: () => [{ kind: 'text', name: 'reason', reasons: true }],
});

/** What can be done about a draft as it stands; one that was issued or discarded stays as it is. */
export const draftCommands = ({ status }: DraftDetails): Command<DraftDetails>[] =>
  status === 'draft' || status === 'approved'
    ? [...(status === 'draft' ? [approve] : []), issue, change, discard]
    : [];
