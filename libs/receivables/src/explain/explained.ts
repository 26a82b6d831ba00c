import { type Money, Rejection } from '@quittance/kernel';
import { type Place, shown } from '@quittance/reading';

/** A cell as it was asked: whose row, which column. The row is '' where totals are meant. */
export interface CellAsked {
  cell: string;
  row: string;
  column: string;
}

/** A figure that another is worked out of, and whether it is added or taken. */
export interface Input {
  name: string;
  sign: '+' | '-';
  amount: string;
}

/** What a figure is made of. `sum` is of all lines, however many are shown. */
export interface Explained {
  definition: string;
  figure: Money;
  formula: string;
  inputs?: Input[];
  count: number;
  sum: Money;
  lines: object[];
}

/** Ids of rows may have slashes; a plus that nobody escaped arrives as a space. */
export function splitCell(cell: string): CellAsked {
  const slash = cell.lastIndexOf('/');
  return {
    cell,
    row: cell.slice(0, Math.max(slash, 0)),
    column: cell.slice(slash + 1).replaceAll(' ', '+'),
  };
}

/** 422: which rows and columns there are. */
export const noCell = ({ cell }: CellAsked, row: string, columns: readonly string[]): Rejection =>
  Rejection.invalid('invalid', 'A parameter is wrong.', {
    ...{ field: '/cell', rule: 'cell', value: cell },
    hint: `${row}; a slash; one of ${columns.join(', ')}`,
  });

/** The answer: whether what all lines come to is the figure, too. */
export const answered = (
  place: Place,
  { cell }: CellAsked,
  { definition, figure, sum, ...made }: Explained,
): object => ({
  ...shown(place),
  definition,
  ...{ cell, currency: figure.currency, figure: figure.toString(), ...made },
  ...{ sum: sum.toString(), equal: sum.equals(figure) },
});

/** `3 lines = 720.00 EUR`. */
export const linesFormula = (count: number, sum: Money, of: 'line' | 'fact' = 'line'): string =>
  `${count} ${count === 1 ? of : `${of}s`} = ${sum.toString()} ${sum.currency}`;

/** `1220.00 total - 500.00 paid = 720.00 open`. */
export const formulaOf = (inputs: readonly Input[], figure: Money, name: string): string =>
  inputs
    .map(
      ({ name: input, sign, amount }, at) =>
        `${at === 0 && sign === '+' ? '' : `${sign} `}${amount} ${input}`,
    )
    .join(' ') + ` = ${figure.toString()} ${name}`;
