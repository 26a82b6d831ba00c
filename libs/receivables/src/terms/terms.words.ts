import type { PaymentTerms } from './payment.terms.js';

/** Terms as a person says them. */
export function termsInWords({ discount, ...terms }: PaymentTerms): string {
  if (!discount) return dueInWords(terms);
  return `${dueInWords(terms)}, ${discount.percent} % discount within ${discount.days} days`;
}

function dueInWords({ type, days, months, day, parts }: PaymentTerms): string {
  if (type === 'instalments') return `${parts?.length ?? 0} instalments`;
  const wait = months === undefined ? `${days ?? 0} days` : `${months} months`;
  if (type === 'net') return `${wait} net`;
  if (type === 'daysEndOfMonth')
    return day === undefined
      ? `end of the month after ${wait}`
      : `day ${day} of the month that follows ${wait} end of month`;
  if (type === 'endOfMonth') return `${days ? `${days} days after ` : ''}end of month`;
  if (type === 'dayOfMonth') return `day ${day ?? ''} of the month${days ? ` after ${days} days` : ''}`;
  return `day ${day ?? ''} of the next month`;
}
