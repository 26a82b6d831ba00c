import { type StateOf, stream } from '@quittance/kernel';
import { extension, type ExtensionSlice } from './extension/extension.decider.js';
import { issue, type IssueSlice } from './issue/issue.decider.js';
import { owner, type OwnerSlice } from './owner/owner.decider.js';
import { settlement, type SettlementSlice } from './settlement/settlement.decider.js';

export { agreedDueDate } from './extension/extension.decider.js';
export { mustHavePart, type Part, partsOf } from './instalment/parts.decider.js';
export { type CreditJudged, overLimit } from './issue/credit-limit.decider.js';
export { type Issued, mustBeIssued, named, type SeesIssue, sinceIssue } from './issue/issue.decider.js';
export { issued, type IssueReferences } from './issue/issued-invoice.decider.js';
export { ownerLine, ownerOn, type SeesOwners } from './owner/owner.decider.js';
export {
  cashReceived,
  isSettled,
  leastOpen,
  openFrom,
  openOn,
  type SeesSettlement,
  settledBy,
  settledFrom,
  takenFrom,
  whyNothing,
} from './settlement/settled.decider.js';

/** What an invoice is, slice by slice: what is owed, until when it was agreed, by whom it is followed up, what settled it. */
export type Invoice = StateOf<IssueSlice | ExtensionSlice | OwnerSlice | SettlementSlice>;

/** One receivable: `invoice-<uuid>`. Other features may bring more slices. */
export const invoices = stream('invoice', [issue, extension, owner, settlement]);
