import type { Language } from '../template/template.events.js';
import type { AlertKind } from './alert.sql.js';

interface DigestWords {
  /** ICU messages over `count` and `day`. */
  subject: string;
  intro: string;
  more: string;
  closing: string;
  columns: Readonly<Record<'what' | 'customer' | 'open', string>>;
  kinds: Readonly<Record<AlertKind, string>>;
}

/** What a digest says beside the figures. */
export const DIGEST_WORDS: Readonly<Record<Language, DigestWords>> = {
  en: {
    subject: '{count, plural, one {One invoice} other {# invoices}} to look at on {day}',
    intro: 'As of {day} your work list has {count, plural, one {one invoice} other {# invoices}} to look at.',
    more: 'And {count} more: they are in the work list.',
    closing:
      'You get this message once a day because you chose so; how you are told can be changed at any time.',
    columns: { what: 'Why', customer: 'Customer', open: 'Open' },
    kinds: {
      escalated: 'Escalated to you',
      'not-followed-up': 'Overdue, nobody followed up',
      alerted: 'To look at',
      overdue: 'Overdue',
      'due-today': 'Due today',
      'due-soon': 'Due in two days',
    },
  },
  it: {
    subject: '{count, plural, one {Una fattura} other {# fatture}} da guardare il {day}',
    intro:
      'Al {day} il suo elenco di lavoro ha {count, plural, one {una fattura} other {# fatture}} da guardare.',
    more: 'E altre {count}: sono nell’elenco di lavoro.',
    closing:
      'Riceve questo messaggio una volta al giorno perché lo ha scelto; può cambiare questa scelta in ogni momento.',
    columns: { what: 'Perché', customer: 'Cliente', open: 'Aperto' },
    kinds: {
      escalated: 'Sottoposta a lei',
      'not-followed-up': 'Scaduta, nessun seguito',
      alerted: 'Da guardare',
      overdue: 'Scaduta',
      'due-today': 'In scadenza oggi',
      'due-soon': 'In scadenza tra due giorni',
    },
  },
  bg: {
    subject: '{count, plural, one {Една фактура} other {# фактури}} за преглед на {day}',
    intro:
      'Към {day} в списъка ви със задачи има {count, plural, one {една фактура} other {# фактури}} за преглед.',
    more: 'И още {count}: те са в списъка със задачи.',
    closing:
      'Получавате това съобщение веднъж на ден, защото така сте избрали; можете да го промените по всяко време.',
    columns: { what: 'Защо', customer: 'Клиент', open: 'Открито' },
    kinds: {
      escalated: 'Отнесена към вас',
      'not-followed-up': 'Просрочена, никой не е действал',
      alerted: 'За преглед',
      overdue: 'Просрочена',
      'due-today': 'Падеж днес',
      'due-soon': 'Падеж след два дни',
    },
  },
  de: {
    subject: '{count, plural, one {Eine Rechnung} other {# Rechnungen}} anzusehen am {day}',
    intro:
      'Am {day} stehen in Ihrer Arbeitsliste {count, plural, one {eine Rechnung} other {# Rechnungen}}, die anzusehen sind.',
    more: 'Und {count} weitere: Sie stehen in der Arbeitsliste.',
    closing:
      'Sie erhalten diese Nachricht einmal am Tag, weil Sie es so gewählt haben; das lässt sich jederzeit ändern.',
    columns: { what: 'Warum', customer: 'Kunde', open: 'Offen' },
    kinds: {
      escalated: 'An Sie eskaliert',
      'not-followed-up': 'Überfällig, niemand blieb dran',
      alerted: 'Anzusehen',
      overdue: 'Überfällig',
      'due-today': 'Heute fällig',
      'due-soon': 'In zwei Tagen fällig',
    },
  },
};
