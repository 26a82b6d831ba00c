import type { IssueFacts } from './issue.events.js';

/** `280.00 owed with it, at most 250.00`. */
export const owedOver = (over: IssueFacts['InvoiceIssued']['overLimit']): string | undefined =>
  over && `${over.owed} owed with it, at most ${over.limit}`;
