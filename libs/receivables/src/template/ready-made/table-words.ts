import type { Language } from '../template.events.js';

/** Words of the table: of a due date that is to come, that is today or was before, and of whoever writes. */
export const TABLE_WORDS: Readonly<
  Record<
    Language,
    Record<'number' | 'dueOn' | 'state' | 'amount' | 'total' | 'due' | 'overdue' | 'sent', string>
  >
> = {
  en: {
    ...{ number: 'Invoice', dueOn: 'Due date', state: 'State', amount: 'To pay', total: 'Total' },
    ...{ due: 'Due', overdue: 'Overdue', sent: 'This message was written by Quittance.' },
  },
  it: {
    ...{ number: 'Fattura', dueOn: 'Scadenza', state: 'Stato', amount: 'Da pagare', total: 'Totale' },
    ...{ due: 'In scadenza', overdue: 'Scaduta', sent: 'Questo messaggio è stato scritto da Quittance.' },
  },
  bg: {
    ...{ number: 'Фактура', dueOn: 'Падеж', state: 'Състояние', amount: 'За плащане', total: 'Общо' },
    ...{ due: 'С предстоящ падеж', overdue: 'Просрочена', sent: 'Това съобщение е написано от Quittance.' },
  },
  de: {
    ...{ number: 'Rechnung', dueOn: 'Fällig am', state: 'Stand', amount: 'Zu zahlen', total: 'Summe' },
    ...{ due: 'Fällig', overdue: 'Überfällig', sent: 'Diese Nachricht hat Quittance geschrieben.' },
  },
};
