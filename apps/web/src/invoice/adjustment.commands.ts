import { APPROVALS, type Asked } from '../command/approvals';
import { type Command, commandAbout } from '../command/command';

/** A write-off, or another settlement that is no money: asked for, recorded, refused or taken back. */
export interface Adjustment extends Asked {
  status: string;
}

const undo = commandAbout<Adjustment>()({
  ...{ name: 'undo', path: '/v1/invoices/{id}/settlements/{settlementId}/undo' },
  names: ({ id, invoiceId }) => ({ id: invoiceId, settlementId: id }),
  fields: () => [{ kind: 'text', name: 'reason', required: true, reasons: true }],
});

/** By how it stands: what can be done about it. */
type ByStatus = Record<string, Command<Adjustment>[]>;

export const WRITE_OFF_COMMANDS: ByStatus = { requested: APPROVALS.writeOff, recorded: [undo] };

export const SETTLEMENT_COMMANDS: ByStatus = { requested: APPROVALS.settlement, recorded: [undo] };
