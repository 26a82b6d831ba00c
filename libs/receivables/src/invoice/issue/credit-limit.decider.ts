import { Money } from '@quittance/kernel';
import type { IssueFacts } from './issue.events.js';

/** A limit of the customer in the currency of the invoice, and what the ledger said of what they owe. */
export interface CreditJudged {
  limit: string;
  rows: readonly { owed: string }[];
  /** Position of the tables that were asked. */
  judgedAt: string;
  /** They may lack what was recorded before: it counts as over. */
  behind: boolean;
}

/** An invoice that brings its customer above their limit is not refused, but says so. */
export function overLimit(
  total: Money,
  judged: CreditJudged | undefined,
): Pick<IssueFacts['InvoiceIssued'], 'overLimit'> {
  if (!judged) return {};
  const owed = Money.of(judged.rows[0]?.owed ?? '0', total.currency).plus(total);
  const within = !judged.behind && !owed.minus(Money.of(judged.limit, total.currency)).isPositive;
  if (within) return {};
  return { overLimit: { limit: judged.limit, owed: owed.toString(), judgedAt: judged.judgedAt } };
}
