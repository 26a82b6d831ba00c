import { type Command, commandAbout } from '../command/command';
import { isSome } from '../parts/sums';
import type { CreditNoteDetails } from './use-credit-note';

const reason = { kind: 'text', name: 'reason', required: true, reasons: true } as const;
/** Its fields are those of the one application: errors of them stand at the top. */
const apply: Command<CreditNoteDetails> = {
  ...{ name: 'applyCredit', path: '/v1/credit-notes/{id}/applications' },
  names: ({ id }) => ({ id }),
  fields: ({ currency, onAccount }, { today }) => [
    { kind: 'lookup', of: 'invoice', name: 'invoiceId', required: true },
    { kind: 'amount', name: 'amount', currency, initial: onAccount, required: true },
    { kind: 'date', name: 'on', initial: today },
  ],
  body: ({ invoiceId, amount, on }) => ({
    applications: [{ invoiceId, amount }],
    ...(on !== undefined && { on }),
  }),
};

const about = commandAbout<CreditNoteDetails>();

const refund = about({
  ...{ name: 'refund', path: '/v1/credit-notes/{id}/refunds', names: ({ id }) => ({ id }) },
  fields: ({ currency, onAccount }, { today }) => [
    { kind: 'amount', name: 'amount', currency, initial: onAccount, required: true },
    { kind: 'date', name: 'refundedOn', initial: today },
    { kind: 'text', name: 'method' },
    { kind: 'text', name: 'reference' },
    reason,
  ],
});

const cancel = about({
  ...{ name: 'cancelCredit', path: '/v1/credit-notes/{id}/cancellation', names: ({ id }) => ({ id }) },
  fields: () => [reason],
});

/** What can be done about a credit note as it stands. */
export function creditNoteCommands(note: CreditNoteDetails): Command<CreditNoteDetails>[] {
  const isUsed = note.applications.length + note.refunds.length > 0;
  return [
    ...(isSome(note.onAccount) ? [apply, refund] : []),
    ...(isUsed || isSome(note.cancelled) ? [] : [cancel]),
  ];
}

/** A part of a credit note: an application or a refund, by its id. */
export interface OfCredit {
  note: CreditNoteDetails;
  partId: string;
  amount: string;
}

const aboutPart = commandAbout<OfCredit>();
const namesOf = ({ note, partId }: OfCredit): Record<string, string> => ({ id: note.id, partId });

export const UNDO_APPLICATION = aboutPart({
  ...{ name: 'undo', path: '/v1/credit-notes/{id}/applications/{partId}/undo', names: namesOf },
  fields: ({ note: { currency }, amount }) => [
    { kind: 'amount', name: 'amount', currency, initial: amount, required: true },
    reason,
  ],
});

export const CREDIT_CAME_BACK = aboutPart({
  ...{ name: 'cameBack', path: '/v1/credit-notes/{id}/refunds/{partId}/reversal', names: namesOf },
  fields: (_part, { today }) => [{ kind: 'date', name: 'on', initial: today }, reason],
});
