import type { Written } from './written.js';

const LATE = '{daysLate, plural, one {un giorno} other {# giorni}} di ritardo';

export const ITALIAN: Written = {
  subject:
    '{count, plural, one {Fattura {number}} other {# fatture}}: {total}, ' +
    '{state, select, coming {in scadenza il {dueOn}} today {in scadenza oggi} ' +
    'other {{count, plural, one {scaduta} other {scadute}} dal {dueOn}}}',
  facts:
    '{count, plural, ' +
    'one {{state, select, ' +
    'coming {La fattura {number} di {amount} scade il {dueOn}.} ' +
    'today {La fattura {number} di {amount} scade oggi, {dueOn}.} ' +
    `other {La fattura {number} di {amount} è scaduta il {dueOn}: ${LATE}.}}} ` +
    'other {{state, select, ' +
    'coming {{count} fatture per un totale di {total}. La prima scade il {dueOn}.} ' +
    'today {{count} fatture per un totale di {total}. La prima scade oggi, {dueOn}.} ' +
    `other {{count} fatture per un totale di {total}. La più vecchia, {number}, è scaduta il {dueOn}: ${LATE}.}}}}`,
  held: "{holds, select, yes {Abbiamo a vostro credito {held}: l'importo è già detratto dal totale.} other {}}",
  tones: {
    friendly: {
      greeting: 'Buongiorno {customer},',
      asks:
        '{state, select, coming {È solo un promemoria.} other {Forse è sfuggita: vi preghiamo di verificare.}} ' +
        "Se avete già pagato, o se c'è qualcosa che non va nella fattura, fatecelo sapere.",
      closing: 'Cordiali saluti\n{creditor}',
    },
    formal: {
      greeting: 'Spettabile {customer},',
      asks:
        "{state, select, coming {Vi preghiamo di pagare entro la scadenza.} other {Vi preghiamo di pagare ora l'importo dovuto.}} " +
        'Se ci sono motivi per non pagare, vi preghiamo di comunicarceli.',
      closing: 'Distinti saluti\n{creditor}',
    },
    firm: {
      greeting: 'Spettabile {customer},',
      asks:
        '{state, select, coming {Attendiamo il pagamento entro la scadenza.} other {Attendiamo il pagamento senza ulteriore ritardo.}} ' +
        'In mancanza di una vostra risposta, la pratica passa a chi decide sui passi successivi.',
      closing: 'Distinti saluti\n{creditor}',
    },
  },
};
