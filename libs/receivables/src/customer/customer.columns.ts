import {
  amount,
  answerOf,
  askable,
  code,
  date,
  id,
  type ItemOf,
  listOf,
  orNull,
  REVISION,
  shownOnly,
  text,
} from '@quittance/reading';
import type { Address, Contact } from './customer.events.js';
import { termsShown } from '../terms/terms.column.js';

/** What an answer says of a customer, in the order of CSV. */
export const CUSTOMER_COLUMNS = {
  id: id('As its requests name it', 'C-104'),
  name: orNull(text('Name', 'Rossi S.r.l.')),
  email: orNull(text('Mail address', 'amministrazione@rossi.example')),
  phone: orNull(text('Telephone', '+39 02 1234567'), null),
  ownerId: orNull(id('Owns the customer’s invoices by default', 'maria')),
  language: orNull(text('Language of letters', 'it')),
  currency: orNull(code('Currency that invoices are usually in', 'EUR')),
  registeredOn: date('Business date of registration', '2026-01-02'),
  terms: termsShown('Payment terms by default'),
};

const json = <Value>(about: string, schema: object, example: Value) =>
  shownOnly<Value>(about, schema, example, (cell) => cell as Value, { jsonOnly: true });

/** What only changes say of a customer: left out where there is none. */
export const CHANGED_COLUMNS = {
  vatId: text('VAT id', 'IT01234567890'),
  segment: code('The group that reports put them in', 'public-sector'),
  highValue: shownOnly(
    'Looked after with special care',
    { type: 'boolean' },
    true,
    (cell) => cell as boolean,
  ),
  address: json<Address>(
    'Where letters go',
    { type: 'object', additionalProperties: { type: 'string' } },
    { street: 'Via Roma 1', postalCode: '20121', city: 'Milano', country: 'IT' },
  ),
  contacts: json<Contact[]>(
    'Whom letters of a kind go to',
    { type: 'array', items: { type: 'object', additionalProperties: { type: 'string' } } },
    [{ purpose: 'dunning', email: 'neri@rossi.example' }],
  ),
  creditLimit: json<Record<string, string>>(
    'How much they may owe, by currency',
    { type: 'object', additionalProperties: { type: 'string' } },
    { EUR: '5000.00' },
  ),
};
const CHANGED = Object.keys(CHANGED_COLUMNS) as (keyof typeof CHANGED_COLUMNS)[];

/** Of one currency: amounts of two are never compared. */
export const AMOUNTS = {
  open: amount('What is open on invoices', '720.00', { ask: '0.01' }),
  overdue: amount('The part of open past its agreed due date', '720.00', { ask: '0.01' }),
  unapplied: amount('Money that settles nothing; positive', '20.00', { ask: '0.01' }),
  pending: amount('Money meant for invoices that have not answered; positive', '0.00', { ask: '0.01' }),
  balance: amount('open - unapplied - pending - credits; negative when we owe', '650.00', { ask: '0.01' }),
};

/** Said where there is some: answers of before credit notes and disputes keep their bytes. */
const RARE = {
  disputed: amount('The disputed part of open', '100.00'),
  credits: amount('What is left of credit notes; positive', '50.00'),
};

/** What a customer owes in one currency. */
export const BALANCE_COLUMNS = { currency: code('Of the amounts', 'EUR'), ...AMOUNTS };

export type Balance = ItemOf<typeof BALANCE_COLUMNS> & Partial<ItemOf<typeof RARE>>;

const MERGED = { mergedInto: id('Who they are, by the merge in force; left out: nobody else', 'C-101') };

export type CustomerItem = ItemOf<typeof CUSTOMER_COLUMNS> &
  Partial<ItemOf<typeof CHANGED_COLUMNS>> &
  Partial<ItemOf<typeof MERGED>> & { balances: Balance[]; revision?: number };

const ANSWERED = {
  ...CUSTOMER_COLUMNS,
  ...CHANGED_COLUMNS,
  ...MERGED,
  balances: listOf('What the customer owes, a row a currency', { ...BALANCE_COLUMNS, ...RARE }, [
    'disputed',
    'credits',
  ]),
};

export const CUSTOMER_ANSWER = answerOf({ ...ANSWERED, revision: REVISION }, [
  'revision',
  'mergedInto',
  ...CHANGED,
]);

/** What filters and order of the list work on; those by balance need a currency. */
export const CUSTOMER_FILTERS = askable({
  ...CUSTOMER_COLUMNS,
  segment: orNull(CHANGED_COLUMNS.segment),
});
export const BALANCE_FILTERS = askable(AMOUNTS);
