import type { Command } from './commands.js';
import { LAST_DAY, type Intent } from './history.js';
import type { Model } from './model.js';

/** All ids of one history begin with its tag: several may share a store. */
export interface Cast {
  tag: string;
  customers: string[];
  people: string[];
}
export const castOf = (tag: string): Cast => ({
  tag,
  customers: [`${tag}-alfa`, `${tag}-beta`],
  people: [`${tag}-anna`, `${tag}-bruno`, `${tag}-carla`],
});

/** Every third invoice is in a currency without decimals, every fourth of the rest in one with three. */
const currencyOf = (number: number): string => (number % 3 === 2 ? 'JPY' : number % 4 === 3 ? 'KWD' : 'EUR');
const DECIMALS: Record<string, number> = { EUR: 2, JPY: 0, KWD: 3 };

const FIRST_DAY = Date.UTC(2024, 0, 1);
export const dayAt = (days: number): string =>
  new Date(FIRST_DAY + days * 86_400_000).toISOString().slice(0, 10);
export const LAST = dayAt(LAST_DAY);

/** The intent as a command on the books as they are; undefined: it means an invoice, and there is none yet. */
export function commandOf(
  intent: Intent,
  model: Model,
  { tag, customers, people }: Cast,
): Command | undefined {
  const numbers = [...model.invoices.keys()];
  if (intent.do === 'issue') {
    const currency = currencyOf(intent.number);
    return {
      do: 'issue',
      number: `${tag}-${intent.number}`,
      customer: customers[intent.customer]!,
      currency,
      total: amount(intent.cents, currency),
      issuedOn: dayAt(intent.issued),
      dueOn: dayAt(intent.issued + intent.days),
      owner: people[intent.owner]!,
    };
  }
  if (intent.do === 'pay') return paymentOf(intent, numbers, model, { tag, customers, people });
  const number = numbers[intent.invoice % (numbers.length || 1)];
  if (number === undefined) return undefined;
  const { issuedOn, dueOn, currency, disputes } = model.invoices.get(number)!;
  if (intent.do === 'dispute') {
    const asked = intent.cents === null ? {} : { amount: amount(intent.cents, currency) };
    return { do: 'dispute', number, ...asked, on: inside(intent.disputed, issuedOn) };
  }
  if (intent.do === 'resolve') {
    const of = disputes[intent.dispute % (disputes.length || 1)];
    const outcome = intent.upheld ? 'upheld' : 'rejected';
    return of && { do: 'resolve', number, dispute: of.id, outcome, on: inside(intent.resolved, issuedOn) };
  }
  if (intent.do === 'reassign') {
    return { do: 'reassign', number, owner: people[intent.owner]!, on: inside(intent.assigned, issuedOn) };
  }
  const later = (Date.parse(dueOn) - FIRST_DAY) / 86_400_000 + intent.days;
  return { do: 'extend', number, agreedDueOn: dayAt(later), on: inside(intent.granted, issuedOn) };
}

/** Not before the invoice was issued, if that can be: else it will be refused. */
const inside = (day: number, issuedOn: string): string => {
  const on = dayAt(day) < issuedOn ? issuedOn : dayAt(day);
  return on > LAST ? LAST : on;
};

/** Parts of one currency, each invoice once, in sum at most the payment; what the invoices have open is not asked. */
function paymentOf(
  { cents, received, payer, external, parts }: Extract<Intent, { do: 'pay' }>,
  numbers: readonly string[],
  model: Model,
  { tag, customers }: Cast,
): Command {
  const named = [...new Set(parts.map(({ invoice }) => numbers[invoice % (numbers.length || 1)]!))];
  const currency = model.invoices.get(named[0] ?? '')?.currency ?? 'EUR';
  let left = cents;
  const meant = (numbers.length ? named : [])
    .filter((number) => model.invoices.get(number)!.currency === currency)
    .map((number, i) => {
      const part = Math.min(left, Math.max(1, Math.floor((cents * parts[i]!.share) / 100)));
      left -= part;
      return { number, part };
    });
  return {
    do: 'pay',
    amount: amount(cents, currency),
    currency,
    receivedOn: dayAt(received),
    ...(payer !== null && { payer: customers[payer] }),
    ...(external !== null && { externalId: `${tag}-bank-${external}` }),
    parts: meant
      .filter(({ part }) => part > 0)
      .map(({ number, part }) => ({ number, amount: amount(part, currency) })),
  };
}

/** As on the wire, without a float: the smallest unit, with the point put in. */
function amount(cents: number, currency: string): string {
  const decimals = DECIMALS[currency]!;
  const digits = String(cents).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
