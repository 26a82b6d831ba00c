import { ofType, type Value } from '../../../../test/faults/support/books/balance.js';
import { type PlainFact, shown } from '../../../../test/faults/support/books/plain-fact.js';
import type { FeatureActions } from '../../../../test/histories/simulated/action.js';

/** As text, a list in the way of the database. */
const asText = (value: unknown): Value =>
  Array.isArray(value) ? `[${value.map((one) => JSON.stringify(one)).join(', ')}]` : (value as string | null);

/** By field: what it was and what it is from then on. */
const fieldsOf = ({ data, personal }: PlainFact): [field: string, before: Value, value: Value][] => [
  ...Object.entries(data.changes as Record<string, { from: unknown; to: unknown }>).map(
    ([field, { from, to }]): [string, Value, Value] => [field, asText(from), asText(to)],
  ),
  ...(data.sealed as string[]).map((field): [string, Value, Value] => [
    ...([field, shown(personal(`${field}Before`)), shown(personal(field))] as const),
  ]),
];

export const personActions: FeatureActions = {
  actions: [],
  balances: [
    {
      of: 'person_lines',
      projection: 'people',
      what: 'how each field changed, as it became known',
      sql: `select concat_ws(' ', position, field), of_id, before #>> '{}', value #>> '{}', effective_on
        from live.person_lines`,
      must: (facts) =>
        new Map(
          ofType(facts, 'PersonChanged').flatMap((fact) =>
            fieldsOf(fact).map(([field, before, value]) => [
              `${fact.at} ${field}`,
              [fact.said.personId, before, value, fact.said.changedOn],
            ]),
          ),
        ),
    },
  ],
  agrees: () => undefined,
};
