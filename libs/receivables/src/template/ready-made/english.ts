import type { Written } from './written.js';

const LATE = '{daysLate, plural, one {one day} other {# days}} late';

export const ENGLISH: Written = {
  subject:
    '{count, plural, one {Invoice {number}} other {# invoices}}: {total}, ' +
    '{state, select, coming {due on {dueOn}} today {due today} other {overdue since {dueOn}}}',
  facts:
    '{count, plural, ' +
    'one {{state, select, ' +
    'coming {Invoice {number} over {amount} is due on {dueOn}.} ' +
    'today {Invoice {number} over {amount} is due today, {dueOn}.} ' +
    `other {Invoice {number} over {amount} was due on {dueOn} and is ${LATE}.}}} ` +
    'other {{state, select, ' +
    'coming {{count} invoices come to {total}. The first of them is due on {dueOn}.} ' +
    'today {{count} invoices come to {total}. The first of them is due today, {dueOn}.} ' +
    `other {{count} invoices come to {total}. The oldest of them, {number}, was due on {dueOn} and is ${LATE}.}}}}`,
  held: '{holds, select, yes {We hold {held} for you on account. It is taken off already.} other {}}',
  tones: {
    friendly: {
      greeting: 'Good day {customer},',
      asks:
        '{state, select, coming {This is only to let you know.} other {Perhaps it was overlooked: please look into it.}} ' +
        'If you have paid already, or if something is wrong with the invoice, please tell us.',
      closing: 'Kind regards\n{creditor}',
    },
    formal: {
      greeting: 'Dear {customer},',
      asks:
        '{state, select, coming {Please pay by the due date.} other {Please pay the amount now.}} ' +
        'If there is a reason why you do not, please let us know which.',
      closing: 'Yours sincerely\n{creditor}',
    },
    firm: {
      greeting: 'Dear {customer},',
      asks:
        '{state, select, coming {We expect payment by the due date.} other {We expect payment without further delay.}} ' +
        'If we hear nothing from you, the matter goes to the person who decides on further steps.',
      closing: 'Yours faithfully\n{creditor}',
    },
  },
};
