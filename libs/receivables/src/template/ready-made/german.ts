import type { Written } from './written.js';

const LATE = 'seit {daysLate, plural, one {einem Tag} other {# Tagen}} überfällig';

export const GERMAN: Written = {
  subject:
    '{count, plural, one {Rechnung {number}} other {# Rechnungen}}: {total}, ' +
    '{state, select, coming {fällig am {dueOn}} today {heute fällig} other {überfällig seit {dueOn}}}',
  facts:
    '{count, plural, ' +
    'one {{state, select, ' +
    'coming {Die Rechnung {number} über {amount} ist am {dueOn} fällig.} ' +
    'today {Die Rechnung {number} über {amount} ist heute, am {dueOn}, fällig.} ' +
    `other {Die Rechnung {number} über {amount} war am {dueOn} fällig und ist ${LATE}.}}} ` +
    'other {{state, select, ' +
    'coming {{count} Rechnungen ergeben zusammen {total}. Die erste davon ist am {dueOn} fällig.} ' +
    'today {{count} Rechnungen ergeben zusammen {total}. Die erste davon ist heute, am {dueOn}, fällig.} ' +
    `other {{count} Rechnungen ergeben zusammen {total}. Die älteste davon, {number}, war am {dueOn} fällig und ist ${LATE}.}}}}`,
  held: '{holds, select, yes {Auf Ihrem Konto bei uns liegen {held}. Sie sind vom Betrag bereits abgezogen.} other {}}',
  tones: {
    friendly: {
      greeting: 'Guten Tag {customer},',
      asks:
        '{state, select, coming {Dies ist nur ein Hinweis.} other {Vielleicht ist es übersehen worden: bitte sehen Sie nach.}} ' +
        'Wenn Sie schon gezahlt haben oder mit der Rechnung etwas nicht stimmt, sagen Sie es uns bitte.',
      closing: 'Freundliche Grüße\n{creditor}',
    },
    formal: {
      greeting: 'Sehr geehrte Damen und Herren von {customer},',
      asks:
        '{state, select, coming {Bitte zahlen Sie bis zum Fälligkeitstag.} other {Bitte zahlen Sie den Betrag jetzt.}} ' +
        'Wenn es Gründe gibt, nicht zu zahlen, teilen Sie sie uns bitte mit.',
      closing: 'Mit freundlichen Grüßen\n{creditor}',
    },
    firm: {
      greeting: 'Sehr geehrte Damen und Herren von {customer},',
      asks:
        '{state, select, coming {Wir erwarten die Zahlung bis zum Fälligkeitstag.} other {Wir erwarten die Zahlung ohne weiteren Verzug.}} ' +
        'Hören wir nichts von Ihnen, geht der Vorgang an die Person, die über weitere Schritte entscheidet.',
      closing: 'Hochachtungsvoll\n{creditor}',
    },
  },
};
