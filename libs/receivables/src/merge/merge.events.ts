import type { Personal } from '../personal.js';

/** How the facts of a merge name it: `customerId` is shown as `intoCustomerId` while it is in force. */
type Named = Record<'mergeId' | 'customerId' | 'intoCustomerId' | 'mergedOn', string>;

/** Merges, facts of the merged one's `customer-<uuid>`. */
export interface MergeFacts {
  /** The two are one and the same: from `mergedOn` on reports show them as one. No money moves. */
  CustomerMerged: Named & { personal: Personal<{ reason: string }> };
  /** It was a mistake: they were two all the time. */
  CustomerMergeUndone: Named & { personal: Personal<{ reason: string }> };
}
