import { asCurrency, type Bind, code, type Cut, list, orNull } from '@quittance/reading';
import { Rejection } from '@quittance/kernel';
import { balancesSql } from '../reporting/aging.sql.js';
import { AMOUNTS, BALANCE_FILTERS, CHANGED_COLUMNS, CUSTOMER_COLUMNS } from './customer.columns.js';
import { currentCustomers, customersAt, shownOf, touchedCustomers } from './customer.sql.js';

export const BALANCE_CURRENCY = {
  balanceCurrency: asCurrency('whose balances order or filter the list, needed where one does'),
};

/**
 * An amount is one for each currency, and two are never compared.
 * @param asked the columns that order or filter
 * @throws Rejection 422 when an amount is among them and nobody said in which currency
 */
export function mustNameCurrency(asked: readonly string[], balanceCurrency: string | undefined): void {
  const amount = asked.find((column) => Object.hasOwn(BALANCE_FILTERS, column));
  if (!amount || balanceCurrency) return;
  throw Rejection.invalid('invalid', 'A parameter is wrong.', {
    field: '/balanceCurrency',
    rule: 'required',
    hint: `\`${amount}\` is one for each currency, and two are never compared: name one, as balanceCurrency=EUR`,
  });
}

const OWED = Object.keys(AMOUNTS);
/** What of a customer can be asked; the rest stays where it is. */
const OF_CUSTOMER = ['id', 'name', 'email', 'phone', 'owner_id', 'language', 'registered_on', 'segment'];

/** A row a customer and currency that they owe in, or one for the currency that is asked; without one where they never owed. */
const owing = (cut: Cut, bind: Bind, customers: string, currency?: string): string => `
  select ${OF_CUSTOMER.map((column) => `c.${column}`).join(', ')}, c.currency as usual_currency,
         ${currency === undefined ? 'b.currency' : `${bind.add(currency)}::text`} as currency,
         ${OWED.map((column) => `coalesce(b.${column}, 0) as ${column}`).join(', ')}
  from (${customers}) c
  left join (${balancesSql(bind, cut, currency, { recent: false, mapped: true })}) b on b.key = c.id`;

/** The same without amounts: working these out takes all that was ever recorded. */
const alone = (customers: string): string => `
  select ${OF_CUSTOMER.map((column) => `c.${column}`).join(', ')}, c.currency as usual_currency,
         null::text as currency, ${OWED.map((column) => `0::numeric as ${column}`).join(', ')}
  from (${customers}) c`;

/** Customers, counted and added up: the list itself has a shape of its own. */
export const CUSTOMER_COUNTS = list({
  name: 'customers',
  columns: {
    ...CUSTOMER_COLUMNS,
    ownerId: { ...CUSTOMER_COLUMNS.ownerId, facet: true },
    language: { ...CUSTOMER_COLUMNS.language, facet: true },
    currency: {
      ...orNull(code('Currency that invoices are usually in', 'EUR')),
      ...{ facet: true, sql: 'r.usual_currency' },
    },
    segment: { ...orNull(CHANGED_COLUMNS.segment), facet: true },
    ...AMOUNTS,
    ...Object.fromEntries(Object.entries(AMOUNTS).map(([name, column]) => [name, { ...column, sum: true }])),
  },
  identity: 'id',
  sort: 'id',
  words: ['id', 'name'],
  more: BALANCE_CURRENCY,
  things: 'r.id',
  where: ({ own, more }) => {
    mustNameCurrency(Object.keys(own), more.balanceCurrency);
    return {};
  },
  rows: ({ cut, bind, place, sums, more: { balanceCurrency } }) => {
    const of = (customers: string, at: Cut): string =>
      sums || balanceCurrency !== undefined ? owing(at, bind, customers, balanceCurrency) : alone(customers);
    if (place) return { relation: of(shownOf(customersAt(cut), cut), cut) };
    return {
      relation: of(shownOf(currentCustomers(cut), cut), cut),
      touched: (at) => of(shownOf(touchedCustomers(at), at), at),
    };
  },
});
