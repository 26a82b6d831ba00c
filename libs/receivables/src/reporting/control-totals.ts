import type { ControlTotals } from '@quittance/read-model';
import { type AnyControls, documentsOf, type Stated, statedBy } from '../ledger/control.js';
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

const SIGNS = [
  ['+', 'added to the control', 'amount >= 0'],
  ['-', 'taken from the control', 'amount < 0'],
] as const;

/** What is counted and summed of amounts that facts state: the name of the number, that of the sum, and which amounts. */
const statedSums = (
  controls: AnyControls,
): (readonly [count: string, sum: string, of: readonly Stated[]])[] => [
  ...documentsOf(controls).map((one) => [one.document.count, one.document.sum, [one]] as const),
  ...SIGNS.map(
    ([sign, name]) => [`times ${name}`, name, statedBy(controls).filter((one) => one.sign === sign)] as const,
  ),
];

/** All that facts state, in one select, so that they are read once for all projections. */
function ofFacts(controls: AnyControls): (facts: string) => string {
  const keyOf = ({ type, field, sign }: Stated): string => `'${type} ${sign}${field}'`;
  const amounts = statedBy(controls).map((one) => `(${keyOf(one)}, '${one.type}', '${one.field}')`);
  const sums = statedSums(controls).flatMap(([count, sum, of]) =>
    of.length === 0
      ? []
      : [
          `select currency, '${count}', sum(count) from stated where key in (${of.map(keyOf).join(', ')}) group by 1`,
          `select currency, '${sum}', sum(amount) from stated where key in (${of.map(keyOf).join(', ')}) group by 1`,
        ],
  );
  return (facts) => `
    select * from (
      with stated as materialized (
        select key, data ->> 'currency' as currency, count(data ->> field) as count, sum((data ->> field)::numeric) as amount
        from ${facts} f join (values ${amounts.join(', ')}) a (key, type, field) on a.type = f.type group by 1, 2)
      ${sums.join(' union all ')}) s`;
}

const held = (controls: AnyControls, names: readonly string[]): Pick<ControlTotals, 'ofFacts' | 'names'> => ({
  ofFacts: [ofFacts(controls)],
  names,
});

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
  ...held(
    controls,
    documentsOf(controls)
      .filter(({ document }) => document.count === count)
      .flatMap(({ document }) => [document.count, document.sum]),
  ),
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
    ...held(
      controls,
      documents.flatMap(({ document: { count, sum } }) => [count, sum]),
    ),
  };
};

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
  ...held(
    controls,
    SIGNS.flatMap(([, name]) => [`times ${name}`, name]),
  ),
});

/** What each projection's tables must come to, per currency, and the facts they are held against. */
export const controlTotals = (controls: AnyControls, rows: readonly RowTotals[]): ControlTotals[] => [
  ...rows.map((one) => ofRows(controls, one)),
  ofLedger(controls),
  ofControl(controls),
];
