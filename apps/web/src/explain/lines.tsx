import { useLocale, useTranslations } from 'use-intl';
import { useColumnWord } from '../parts/column-word';
import type { Cell, Explanation } from '../parts/explanation';
import { Amount, Figure } from '../parts/figure';
import { Go } from '../parts/go';
import { Table } from '../parts/table';
import { countText, dayText } from '../words/formats';
import styles from './explain.module.css';
import { splitCell, type useExplained } from './use-explained';

type Answer = NonNullable<ReturnType<typeof useExplained>['data']>['body'];
export type ExplainedLine = Answer['lines'][number];

/** The largest first. The amount of a line opens to its facts. */
export function Lines({ cell, answer }: { cell: Cell; answer: Answer }) {
  const t = useTranslations('explain');
  const locale = useLocale();
  const { lines, count } = answer;
  if (lines.length === 0) return null;
  const isDated = lines.some(({ dueOn }) => dueOn !== null);
  const isByRow = cell.by === 'customer' || cell.report === 'customer';
  return (
    <>
      <Table
        label={t('lineList')}
        heads={isDated ? [t('what'), t('due')] : [t('what')]}
        figures={isDated ? [t('days'), t('amount')] : [t('amount')]}
      >
        {lines.map((line) => (
          <tr key={`${line.id ?? line.number} ${line.instalment}`}>
            <th scope="row">
              <What line={line} />
              {!isByRow && line.customerId !== null && (
                <p className={styles.muted} title={line.customerId}>
                  {line.customerName ?? line.customerId}
                </p>
              )}
            </th>
            {isDated && <td data-short>{line.dueOn === null ? '–' : dayText(line.dueOn, locale)}</td>}
            {isDated && <td data-figure>{line.days !== null && countText(line.days, locale)}</td>}
            <td data-figure>
              <Value line={line} cell={cell} />
            </td>
          </tr>
        ))}
      </Table>
      {count > lines.length && (
        <p className={styles.muted}>
          {t('more', { shown: countText(lines.length, locale), count: countText(count, locale) })}
        </p>
      )}
    </>
  );
}

/** What the line is, as a link where there is a page of it. */
function What({ line: { kind, id, number, instalment } }: { line: ExplainedLine }) {
  const t = useTranslations('explain');
  const word = useColumnWord();
  if (kind === 'column') return word(number!);
  if (kind === 'credit-note') return t('creditNote', { number: number ?? '–' });
  if (kind === 'payment') {
    return (
      <Go to="/payments/$id" params={{ id: id! }}>
        {t('payment')}
      </Go>
    );
  }
  return (
    <>
      <Go to="/invoices/$id" params={{ id: id! }}>
        {number}
      </Go>
      {instalment !== null && ` · ${t('instalment', { part: String(instalment) })}`}
    </>
  );
}

function Value({ line, cell }: { line: ExplainedLine; cell: Cell }) {
  const explain = explainedBy(line, cell);
  return explain ? <Figure value={line} explain={explain} /> : <Amount amount={line.amount} />;
}

/** A column by its own cell, an invoice by its facts, a payment by its page, a limit by what set it. A credit note is itself what is shown. */
function explainedBy({ kind, id, number }: ExplainedLine, cell: Cell): Explanation | undefined {
  if (kind === 'column' && number === 'creditLimit')
    return { to: '/customers/$id', params: { id: splitCell(cell).row }, search: { _tab: 'timeline' } };
  if (kind === 'column') return { ...cell, cell: `${splitCell(cell).row}/${number}` };
  if (kind === 'invoice') return { ...cell, line: id! };
  if (kind === 'payment') return { to: '/payments/$id', params: { id: id! } };
  return undefined;
}
