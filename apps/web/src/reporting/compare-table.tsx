import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../parts/button';
import { useColumnWord } from '../parts/column-word';
import type { Explanation } from '../parts/explanation';
import { Figure } from '../parts/figure';
import { isSome } from '../parts/sums';
import { Table } from '../parts/table';
import { Sheet } from '../shell/page';
import { useAddress } from '../time/use-time';
import { Whose } from './aging.columns';
import { rowCell, totalCell } from './aging.question';
import type { At, Difference } from './compare.question';
import styles from './reporting.module.css';

/** Rows at first: three lines each. The others at one press. */
const FEW = 50;

const SUMS = ['open', 'overdue', 'extended', 'disputed', 'unapplied', 'pending', 'credits', 'control'];

interface Props {
  title: string;
  by?: 'customer' | 'owner';
  differences: Difference[];
  places: { a: At; b: At };
}

/** A, B and B − A under each other; each figure opens to its lines at its own place, a difference to its facts. */
export function CompareTable({ title, by, differences, places }: Props) {
  const t = useTranslations('reporting');
  const parts = useTranslations('parts');
  const word = useColumnWord();
  const [isWhole, setWhole] = useState(differences.length <= FEW);
  if (differences.length === 0) return null;
  const shown = isWhole ? differences : differences.slice(0, FEW);
  // Buckets and open always, another sum where it differs anywhere.
  const columns = Object.keys(differences[0]!.b).filter(
    (column) =>
      !SUMS.includes(column) ||
      column === 'open' ||
      differences.some(({ difference }) => isSome(difference[column] ?? '0')),
  );
  return (
    <Sheet title={title}>
      <div className={styles.compared}>
        <Table
          label={title}
          heads={[...(by ? [t(`aging.${by}`)] : []), t('aging.currency'), t('compare.which')]}
          figures={columns.map(word)}
        >
          {shown.map((one) => (
            <Three key={`${one.key} ${one.currency}`} {...{ by, columns, places }} difference={one} />
          ))}
        </Table>
      </div>
      {!isWhole && (
        <p className={styles.control}>
          <Button onPress={() => setWhole(true)}>{parts('rows', { count: differences.length })}</Button>
        </p>
      )}
    </Sheet>
  );
}

type ThreeProps = Pick<Props, 'by' | 'places'> & { columns: string[]; difference: Difference };

function Three({ by, columns, places, difference: row }: ThreeProps) {
  const { search } = useAddress();
  const { key, currency } = row;
  const cell = (column: string, { asOf, knownAt }: At): Explanation => ({
    ...(by ? rowCell(search, row, column) : totalCell(search, currency, column)),
    ...{ asOf, knownAt },
  });
  const { _explain, ...address } = search;
  const facts: Explanation = {
    to: '/reports/aging',
    search: { ...address, _row: by === 'customer' ? (key ?? '-') : undefined },
  };
  const lines = [
    ['A', row.a, (column: string) => cell(column, places.a)],
    ['B', row.b, (column: string) => cell(column, places.b)],
    ['B − A', row.difference, () => facts],
  ] as const;
  return lines.map(([name, amounts, explain], at) => (
    <tr key={name} className={at === 2 ? styles.difference : styles.place}>
      {at === 0 && by && (
        <th scope="rowgroup" rowSpan={3}>
          <Whose row={row} />
        </th>
      )}
      {at === 0 && <td rowSpan={3}>{currency}</td>}
      <th scope="row" data-short>
        {name}
      </th>
      {columns.map((column) => (
        <td key={column} data-figure>
          <Figure value={{ amount: amounts[column] ?? '0' }} explain={explain(column)} isSigned={at === 2} />
        </td>
      ))}
    </tr>
  ));
}
