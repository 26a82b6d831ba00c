import type { ExtensionFacts } from './extension/extension.events.js';
import type { IssueFacts } from './issue/issue.events.js';
import type { OwnerFacts } from './owner/owner.events.js';
import type { SettlementFacts } from './settlement/settlement.events.js';

/** Facts of `invoice-<uuid>`. Amounts are texts with exactly the currency's decimals. */
export interface InvoiceFacts extends IssueFacts, ExtensionFacts, OwnerFacts, SettlementFacts {}
