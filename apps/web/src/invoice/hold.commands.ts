import { type Command, commandAbout } from '../command/command';
import type { InvoiceDetails } from './use-invoice';

/** What holds an invoice, with the invoice. */
export interface Held {
  invoice: InvoiceDetails;
  hold: InvoiceDetails['holds'][number];
}

const about = commandAbout<Held>();
const reason = { kind: 'text', name: 'reason', required: true, reasons: true } as const;

const ofHold =
  (key: string) =>
  ({ invoice, hold }: Held): Record<string, string> => ({ id: invoice.id, [key]: hold.id });

/** What ends a hold, by its kind. */
export const HOLD_COMMANDS: Record<string, Command<Held>> = {
  disputed: about({
    name: 'resolve',
    path: '/v1/invoices/{id}/disputes/{disputeId}/resolution',
    names: ofHold('disputeId'),
    fields: ({ invoice: { currency } }, { today }) => [
      {
        ...{ kind: 'choice', name: 'outcome', required: true },
        choices: ['upheld', 'rejected', 'withdrawn'],
      },
      reason,
      { kind: 'lookup', of: 'credit-note', name: 'creditNoteId', hint: 'upheldBy' },
      { kind: 'amount', name: 'amount', label: 'upheldAmount', currency, hint: 'upheldInPart' },
      { kind: 'date', name: 'resolvedOn', initial: today },
    ],
  }),
  promised: about({
    name: 'withdraw',
    path: '/v1/invoices/{id}/promises/{promiseId}/withdrawal',
    names: ofHold('promiseId'),
    fields: () => [reason],
  }),
  'on-plan': about({
    name: 'revokePlan',
    path: '/v1/invoices/{id}/plans/{planId}/revocation',
    names: ofHold('planId'),
    fields: (_held, { today }) => [reason, { kind: 'date', name: 'revokedOn', initial: today }],
  }),
  paused: about({
    name: 'endPause',
    path: '/v1/invoices/{id}/pauses/{pauseId}/end',
    names: ofHold('pauseId'),
    fields: () => [{ ...reason, required: false }],
  }),
  extended: about({
    name: 'revokeExtension',
    path: '/v1/invoices/{id}/extensions/{extensionId}/revocation',
    names: ofHold('extensionId'),
    fields: (_held, { today }) => [reason, { kind: 'date', name: 'revokedOn', initial: today }],
  }),
  'in-collection': about({
    name: 'returnFromCollection',
    path: '/v1/invoices/{id}/collections/{collectionId}/return',
    names: ofHold('collectionId'),
    fields: (_held, { today }) => [reason, { kind: 'date', name: 'returnedOn', initial: today }],
  }),
};
