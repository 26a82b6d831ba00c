import type { ControlAmount, ControlsOf } from '../ledger/control.js';
import type { AdjustmentFacts } from './adjustment.events.js';
import type { adjustmentPostings } from './adjustment.postings.js';

const to =
  <Data extends { invoiceId: string; customerId: string }>(on: (data: Data) => string) =>
  (data: Data): Omit<ControlAmount, 'amount'> => ({
    ...{ party: data.customerId, invoice: data.invoiceId, on: on(data) },
  });

export const adjustmentControl: ControlsOf<AdjustmentFacts, typeof adjustmentPostings> = {
  WrittenOff: { adds: [{ field: 'amount', sign: '-', to: to(({ approvedOn }) => approvedOn) }] },
  WriteOffReversed: { adds: [{ field: 'amount', sign: '+', to: to(({ reversedOn }) => reversedOn) }] },
  WriteOffRestored: { adds: [{ field: 'amount', sign: '-', to: to(({ restoredOn }) => restoredOn) }] },
  SettlementRecorded: { adds: [{ field: 'amount', sign: '-', to: to(({ on }) => on) }] },
  SettlementUndone: { adds: [{ field: 'amount', sign: '+', to: to(({ on }) => on) }] },
};
