import { type CannotWord, type Command, commandAbout, type Giver } from './command';

/** What somebody asked for and a second person decides: a write-off, or another settlement that is no money. */
export interface Asked {
  id: string;
  invoiceId: string;
  requestedBy: string;
}

const about = commandAbout<Asked>();

/** Four eyes: who asked for it does not approve it. */
const byAnother = ({ requestedBy }: Asked, { personId }: Giver): CannotWord | undefined =>
  requestedBy === personId ? 'ownRequest' : undefined;

const approve = { name: 'approve', cannot: byAnother } as const;
const names =
  (key: string) =>
  ({ id, invoiceId }: Asked): Record<string, string> => ({ id: invoiceId, [key]: id });

/** Approve and refuse, in this order. */
export const APPROVALS: Record<'writeOff' | 'settlement', Command<Asked>[]> = {
  writeOff: [
    about({
      ...{ ...approve, path: '/v1/invoices/{id}/write-offs/{writeOffId}/approval' },
      names: names('writeOffId'),
      fields: (_asked, { today }) => [{ kind: 'date', name: 'approvedOn', initial: today }],
    }),
    about({
      ...{ name: 'refuse', path: '/v1/invoices/{id}/write-offs/{writeOffId}/refusal' },
      names: names('writeOffId'),
      fields: () => [{ kind: 'text', name: 'reason', required: true, reasons: true }],
    }),
  ],
  settlement: [
    about({
      ...{ ...approve, path: '/v1/invoices/{id}/settlements/{settlementId}/approval' },
      names: names('settlementId'),
      fields: (_asked, { today }) => [{ kind: 'date', name: 'approvedOn', initial: today }],
    }),
    about({
      ...{ name: 'refuse', path: '/v1/invoices/{id}/settlements/{settlementId}/refusal' },
      names: names('settlementId'),
      fields: () => [{ kind: 'text', name: 'reason', required: true, reasons: true }],
    }),
  ],
};
