import { addDays, addMonths, type BusinessDate, endOfMonth, onDayOfMonth } from '@quittance/kernel';

/** Payment terms that yield a due date from the day of issue (docs/receivables.md, terms). */
export interface PaymentTerms {
  type: 'net' | 'endOfMonth' | 'dayOfMonth' | 'nextMonth';
  days?: number;
  day?: number;
}

/** Where a month has no such day, its last day counts. */
const DUE: Record<PaymentTerms['type'], (issuedOn: BusinessDate, days: number, day: number) => BusinessDate> =
  {
    net: (issuedOn, days) => addDays(issuedOn, days),
    endOfMonth: (issuedOn, days) => addDays(endOfMonth(issuedOn), days),
    dayOfMonth: (issuedOn, days, day) => {
      const from = addDays(issuedOn, days);
      const inThatMonth = onDayOfMonth(from, day);
      return inThatMonth >= from ? inThatMonth : onDayOfMonth(addMonths(onDayOfMonth(from, 1), 1), day);
    },
    nextMonth: (issuedOn, _days, day) => onDayOfMonth(addMonths(onDayOfMonth(issuedOn, 1), 1), day),
  };

/** The contractual due date of an invoice issued on that day. */
export const dueDateOf = ({ type, days = 0, day = 1 }: PaymentTerms, issuedOn: BusinessDate): BusinessDate =>
  DUE[type](issuedOn, days, day);

/** What is wrong with the terms: a part that their type does not take, or one that it lacks. */
export function termsFault({ type, days, day }: PaymentTerms): string | undefined {
  if (type === 'dayOfMonth' && day === undefined) return 'dayOfMonth takes a day';
  if (type === 'nextMonth' && days !== undefined) return 'nextMonth takes no days';
  if ((type === 'net' || type === 'endOfMonth') && day !== undefined) return `${type} takes no day`;
  return undefined;
}
