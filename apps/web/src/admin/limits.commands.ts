import { type ChoiceWord, type Command, commandAbout } from '../command/command';

/** A limit as it stands: amounts by currency, or a number of days; null limits nothing. */
export interface Limit {
  name: string;
  of: 'amounts' | 'days';
  value: Record<string, string> | number | null;
}

/** Of amounts, one currency at a time; what is left out lifts the limit. Its field is named by the limit itself. */
export const SET_LIMIT: Command<Limit> = {
  ...{ name: 'setLimit', path: '/v1/settings/limits' },
  // What was typed is kept by the limit, too.
  names: ({ name }) => ({ name }),
  fields: ({ of, value }, _giver) => {
    if (of === 'days') {
      return [
        {
          kind: 'text',
          name: 'days',
          initial: typeof value === 'number' ? String(value) : '',
          hint: 'lifts',
        },
      ];
    }
    const [currency = 'EUR', amount = ''] =
      Object.entries(typeof value === 'object' ? (value ?? {}) : {})[0] ?? [];
    return [
      { kind: 'currency', name: 'currency', initial: currency, required: true },
      {
        ...{ kind: 'amount', name: 'amount', initial: amount, hint: 'lifts' },
        currency: (values) => (typeof values.currency === 'string' ? values.currency : currency),
      },
    ];
  },
  body: (values, { name, of }) => {
    if (of === 'amounts') return { [name]: { [String(values.currency)]: values.amount ?? null } };
    const days = values.days === undefined ? null : Number(values.days);
    return { [name]: Number.isNaN(days) ? values.days : days };
  },
};

/** Duties of one person on one document. */
export const DUTIES = [
  ...(['record-cash', 'allocate', 'refund', 'write-off', 'approve'] as const),
  ...(['issue', 'credit', 'master-data', 'settings'] as const),
] satisfies ChoiceWord[];
export type Duty = (typeof DUTIES)[number];

/** All pairs that are kept apart, and the one that is meant. */
export interface Apart {
  pairs: Duty[][];
  pair?: Duty[];
}

const about = commandAbout<Apart>();

export const KEEP_APART: Command<Apart> = {
  ...{ name: 'keepApart', path: '/v1/settings/duties' },
  names: () => ({}),
  fields: () => [
    { kind: 'choice', name: 'duty', choices: DUTIES, required: true },
    { kind: 'choice', name: 'otherDuty', choices: DUTIES, required: true },
  ],
  body: (values, { pairs }) => ({ pairs: [...pairs, [values.duty, values.otherDuty]] }),
};

export const ALLOW_TOGETHER = about({
  ...{ name: 'allowTogether', path: '/v1/settings/duties' },
  names: ({ pair = [] }) => ({ pair: pair.join(' ') }),
  fields: () => [],
  body: (_values, { pairs, pair }) => ({ pairs: pairs.filter((one) => one !== pair) }),
});
