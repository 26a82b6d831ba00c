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
  text,
} from '@quittance/reading';
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

const ANSWERED = {
  ...CUSTOMER_COLUMNS,
  balances: listOf('What the customer owes, a row a currency', { ...BALANCE_COLUMNS, ...RARE }, [
    'disputed',
    'credits',
  ]),
};

export type CustomerItem = ItemOf<typeof CUSTOMER_COLUMNS> & { balances: Balance[]; revision?: number };

export const CUSTOMER_ANSWER = answerOf({ ...ANSWERED, revision: REVISION }, ['revision']);

/** What filters and order of the list work on; those by balance need a currency. */
export const CUSTOMER_FILTERS = askable(CUSTOMER_COLUMNS);
export const BALANCE_FILTERS = askable(AMOUNTS);
