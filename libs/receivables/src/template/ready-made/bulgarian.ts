import type { Written } from './written.js';

const LATE = '{daysLate, plural, one {един ден} other {# дни}} просрочие';

export const BULGARIAN: Written = {
  subject:
    '{count, plural, one {Фактура {number}} other {# фактури}}: {total}, ' +
    '{state, select, coming {с падеж {dueOn}} today {с падеж днес} ' +
    'other {{count, plural, one {просрочена} other {просрочени}} от {dueOn}}}',
  facts:
    '{count, plural, ' +
    'one {{state, select, ' +
    'coming {Фактура {number} за {amount} е с падеж {dueOn}.} ' +
    'today {Фактура {number} за {amount} е с падеж днес, {dueOn}.} ' +
    `other {Фактура {number} за {amount} беше с падеж {dueOn} и е с ${LATE}.}}} ` +
    'other {{state, select, ' +
    'coming {{count} фактури на обща стойност {total}. Първата е с падеж {dueOn}.} ' +
    'today {{count} фактури на обща стойност {total}. Първата е с падеж днес, {dueOn}.} ' +
    `other {{count} фактури на обща стойност {total}. Най-старата, {number}, беше с падеж {dueOn} и е с ${LATE}.}}}}`,
  held: '{holds, select, yes {По сметката Ви при нас има {held}. Сумата вече е приспадната.} other {}}',
  tones: {
    friendly: {
      greeting: 'Добър ден, {customer},',
      asks:
        '{state, select, coming {Това е само напомняне.} other {Може би е пропуснато: моля, проверете.}} ' +
        'Ако вече сте платили или ако нещо във фактурата не е наред, моля, пишете ни.',
      closing: 'Поздрави\n{creditor}',
    },
    formal: {
      greeting: 'Уважаеми дами и господа от {customer},',
      asks:
        '{state, select, coming {Моля, платете до падежа.} other {Моля, платете сумата сега.}} ' +
        'Ако има причина да не платите, моля, съобщете ни я.',
      closing: 'С уважение\n{creditor}',
    },
    firm: {
      greeting: 'Уважаеми дами и господа от {customer},',
      asks:
        '{state, select, coming {Очакваме плащането до падежа.} other {Очакваме плащането без повече забавяне.}} ' +
        'Ако не получим отговор, случаят отива при човека, който решава за следващите стъпки.',
      closing: 'С уважение\n{creditor}',
    },
  },
};
