import type { ControlTotals } from '@quittance/read-model';
import { type AnyControls, type Documented, documentsOf, type Stated, statedBy } from '../ledger/control.js';
import { ofSql, SUMS, summedSql } from '../ledger/sums.js';
import type { RowTotals } from '../manifest/feature.js';

// By these a rebuild holds new tables against the old ones, and against the facts. Amounts are texts in the facts and numeric
// here; all of them in the currency beside them. Added up before they become lines: each look into a fact's JSON reads the
// whole of it.

type Named = readonly (readonly [name: string, sql: string])[];

/** One row a currency, with sums and counts, as lines `currency, name, amount`. */
const lines = (sums: Named, from: string): string => `
  select currency, v.name, v.amount from (
    select ${['currency', ...sums.map(([, sql], i) => `${sql} as s${i}`)].join(', ')} from ${from} group by 1) t
  cross join lateral (values ${sums.map(([name], i) => `('${name}', s${i})`).join(', ')}) v (name, amount)`;

/** What facts state of the types, each with its sign where it is asked for. */
const stated = (facts: string, of: readonly Pick<Stated, 'type' | 'field'>[]): string => `
  (select type, data ->> 'currency' as currency,
          (case type ${of.map(({ type, field }) => `when '${type}' then data ->> '${field}'`).join(' ')} end)::numeric as amount
   from ${facts} f where f.type in (${of.map(({ type }) => `'${type}'`).join(', ')})) f`;

const ofDocument =
  (one: Documented) =>
  (facts: string): string =>
    lines(
      [
        [one.document.count, 'count(*)'],
        [one.document.sum, 'sum(amount)'],
      ],
      stated(facts, [one]),
    );

/** Sums over rows, and the documents that they are rows of. */
const ofRows = (controls: AnyControls, { projection, table, count, sums }: RowTotals): ControlTotals => ({
  projection,
  ofTables: (at) =>
    lines(
      [
        [count, 'count(*)'],
        ...Object.entries(sums).map(([name, column]) => [name, `sum(${column})`] as const),
      ],
      at(table),
    ),
  ofFacts: documentsOf(controls)
    .filter(({ document }) => document.count === count)
    .map(ofDocument),
});

/** The sums of reports, those of all documents, and the balance of every account. */
const ofLedger = (controls: AnyControls): ControlTotals => {
  const documents = documentsOf(controls);
  return {
    projection: 'ledger',
    // The table is read once: few kinds of lines are summed again.
    ofTables: (at) => `
      with l as materialized (
        select currency, account, against, kind, line = 1 as first, count(*) as lines, sum(amount) as amount
        from ${at('ledger_lines')} group by 1, 2, 3, 4, 5)
      ${lines(
        [
          ...documents.flatMap(({ document: { count, sum, legs } }) => [
            // Of a document, each fact has one: its first line.
            [count, `coalesce(sum(l.lines) filter (where l.first and ${ofSql(legs, 'l')}), 0)`] as const,
            [sum, summedSql(legs, 'l')] as const,
          ]),
          ...Object.entries(SUMS).map(([name, sum]) => [name, summedSql(sum, 'l')] as const),
        ],
        'l',
      )}
      union all select currency, 'balance of ' || account, sum(amount) from (
        select currency, v.account, v.amount from l
        cross join lateral (values (account, amount), (against, -amount)) v (account, amount)
        where v.account is not null) b group by 1, 2`,
    ofFacts: documents.map(ofDocument),
  };
};

const SIGNS = [
  ['+', 'added to the control', 'amount >= 0'],
  ['-', 'taken from the control', 'amount < 0'],
] as const;

const ofControl = (controls: AnyControls): ControlTotals => ({
  projection: 'control',
  ofTables: (at) => `
    ${lines(
      SIGNS.flatMap(([, name, which]) => [
        [`times ${name}`, `count(*) filter (where ${which})`],
        [name, `coalesce(sum(abs(amount)) filter (where ${which}), 0)`],
      ]),
      at('control_lines'),
    )}
    union all select currency, 'moved', sum(amount) from ${at('control_moves')} group by currency`,
  ofFacts: SIGNS.map(([sign, name]) => {
    const of = statedBy(controls).filter((one) => one.sign === sign);
    return (facts: string) =>
      lines(
        [
          [`times ${name}`, 'count(*)'],
          [name, 'sum(amount)'],
        ],
        stated(facts, of),
      );
  }),
});

/** What each projection's tables must come to, per currency, and the facts they are held against. */
export const controlTotals = (controls: AnyControls, rows: readonly RowTotals[]): ControlTotals[] => [
  ...rows.map((one) => ofRows(controls, one)),
  ofLedger(controls),
  ofControl(controls),
];
