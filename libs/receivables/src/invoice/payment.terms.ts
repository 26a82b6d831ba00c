/** Payment terms that yield a due date from the day of issue (docs/receivables.md, terms). */
export interface PaymentTerms {
  type: 'net' | 'endOfMonth' | 'dayOfMonth' | 'nextMonth';
  days?: number;
  day?: number;
}
