import { addDays, addMonths, type BusinessDate, endOfMonth, onDayOfMonth } from '@quittance/kernel';
import { dueDateOfPart, partsFault, type TermsPart } from './instalments.terms.js';

/** What may be kept back of the total, in percent, when it is paid within so many days of the issue. */
export interface Discount {
  percent: string;
  days: number;
}

/** Payment terms that yield a due date from the day of issue (docs/receivables.md, terms). */
export interface PaymentTerms {
  type: 'net' | 'endOfMonth' | 'dayOfMonth' | 'nextMonth' | 'daysEndOfMonth' | 'instalments';
  days?: number;
  /** Of `net` and `daysEndOfMonth`, instead of days. */
  months?: number;
  day?: number;
  /** Of `instalments`, each with a due date of its own. */
  parts?: TermsPart[];
  /** For paying early, whatever the type. */
  discount?: Discount;
}

type Parts = Omit<PaymentTerms, 'type'>;

/** Where a month has no such day, its last day counts. */
const DUE: Record<PaymentTerms['type'], (issuedOn: BusinessDate, parts: Parts) => BusinessDate> = {
  net: after,
  endOfMonth: (issuedOn, { days = 0 }) => addDays(endOfMonth(issuedOn), days),
  dayOfMonth: (issuedOn, { days = 0, day = 1 }) => {
    const from = addDays(issuedOn, days);
    const inThatMonth = onDayOfMonth(from, day);
    return inThatMonth >= from ? inThatMonth : ofNextMonth(from, day);
  },
  nextMonth: (issuedOn, { day = 1 }) => ofNextMonth(issuedOn, day),
  daysEndOfMonth: (issuedOn, parts) => {
    const then = after(issuedOn, parts);
    return parts.day === undefined ? endOfMonth(then) : ofNextMonth(then, parts.day);
  },
  // The first of them.
  instalments: (issuedOn, { parts }) => dueDateOfPart(parts![0]!, issuedOn),
};

export const TERM_TYPES = Object.keys(DUE) as PaymentTerms['type'][];

function after(issuedOn: BusinessDate, { days = 0, months }: Parts): BusinessDate {
  return months === undefined ? addDays(issuedOn, days) : addMonths(issuedOn, months);
}

const ofNextMonth = (date: BusinessDate, day: number): BusinessDate =>
  onDayOfMonth(addMonths(onDayOfMonth(date, 1), 1), day);

/** The contractual due date of an invoice issued on that day. */
export const dueDateOf = ({ type, ...parts }: PaymentTerms, issuedOn: BusinessDate): BusinessDate =>
  DUE[type](issuedOn, parts);

/** What is wrong with the terms: a part that their type does not take, or one that it lacks. */
export function termsFault({ type, days, months, day, parts }: PaymentTerms): string | undefined {
  if (type === 'instalments') {
    if (days !== undefined || months !== undefined || day !== undefined)
      return 'instalments say days, months and day in their parts';
    return partsFault(parts);
  }
  if (parts) return `${type} takes no parts`;
  const inMonths = type === 'net' || type === 'daysEndOfMonth';
  if (months !== undefined && !inMonths) return `${type} takes no months`;
  if (months !== undefined && days !== undefined) return `${type} takes days or months, not both`;
  if (type === 'dayOfMonth' && day === undefined) return 'dayOfMonth takes a day';
  if (type === 'nextMonth' && days !== undefined) return 'nextMonth takes no days';
  if ((type === 'net' || type === 'endOfMonth') && day !== undefined) return `${type} takes no day`;
  return undefined;
}
