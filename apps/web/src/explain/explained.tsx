import { type ReactNode, useEffect, useRef } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Problem } from '../api/problem';
import { Button } from '../parts/button';
import { useColumnWord } from '../parts/column-word';
import { Empty, Waiting } from '../parts/empty';
import type { Cell } from '../parts/explanation';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { Trouble } from '../parts/trouble';
import { Standing } from '../shell/standing';
import { useAddress } from '../time/use-time';
import { dayText } from '../words/formats';
import styles from './explain.module.css';
import { Facts, Formula } from './facts';
import { Line } from './line';
import { Lines } from './lines';
import { rowsOf } from './rows-of';
import { splitCell, useCustomerName, useExplained, useInvoiceNumber } from './use-explained';

/** The figure, how it is made, its lines with their sum, and the facts of a line. Escape closes it. */
export function Explained({ cell }: { cell: Cell }) {
  const t = useTranslations('explain');
  const shell = useTranslations('shell');
  const word = useColumnWord();
  const { change } = useAddress();
  const { data, error, refetch } = useExplained(cell);
  const { column } = splitCell(cell);
  const close = (): void => change({ _explain: undefined }, 'replace');
  const of = useNameOf(cell);
  const answer = data?.body.cell === cell.cell && data.body.currency === cell.currency ? data : undefined;
  const isUnknown = error instanceof Problem && error.status === 404;
  return (
    <Inside title={`${word(column)}, ${of}, ${cell.currency}`} close={close}>
      {isUnknown && <Empty title={t('noRow')} />}
      {error && !isUnknown && <Trouble error={error} retry={() => void refetch()} />}
      {!answer && !error && <Waiting label={shell('loading')} />}
      {answer && (
        <>
          <Standing head={answer.head} />
          {cell.line ? (
            <Line cell={cell} line={answer.body.lines.find(({ id }) => id === cell.line)} />
          ) : (
            <>
              <Made answer={answer.body} />
              {isOfFacts(cell) ? (
                <>
                  <Formula cell={cell} answer={answer.body} />
                  <Facts answer={answer.body} />
                </>
              ) : (
                <Lines cell={cell} answer={answer.body} />
              )}
              <Rows cell={cell} />
            </>
          )}
        </>
      )}
    </Inside>
  );
}

/** Figures of these are sums over facts; of others the lines are documents or columns. */
const OF_FACTS: readonly string[] = ['invoice', 'payment', 'credit-note'];
const isOfFacts = ({ report }: Cell): boolean => OF_FACTS.includes(report ?? '');

/** Whose row it is: a customer by name, an invoice by number, an owner by id. */
function useNameOf(cell: Cell): string {
  const t = useTranslations('explain');
  const { row } = splitCell(cell);
  const isCustomer = cell.by === 'customer' || cell.report === 'customer';
  const name = useCustomerName(isCustomer && row !== '-' ? row : undefined);
  const number = useInvoiceNumber(cell.report === 'invoice' ? row : undefined);
  if (cell.report === 'payment') return t('payment');
  if (cell.report === 'credit-note') return t('oneCreditNote');
  if (cell.report === 'invoice') return number ?? row;
  return row === '' ? t('total') : row === '-' ? t('nobody') : (name ?? row);
}

/** Takes the focus when it opens, and gives it back to the figure when it is closed. */
function Inside({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const shell = useTranslations('shell');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div className={styles.inside} onKeyDown={({ key }) => key === 'Escape' && close()}>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button look="quiet" aria-label={shell('close')} onPress={close}>
          ✕
        </Button>
      </div>
      {children}
    </div>
  );
}

type Answer = NonNullable<ReturnType<typeof useExplained>['data']>['body'];

/** The figure as the report has it, by which rules, and whether its lines come to it. */
function Made({ answer }: { answer: Answer }) {
  const t = useTranslations('explain');
  const locale = useLocale();
  const { figure, sum, count, equal, currency, definition, asOf, cell } = answer;
  const isControl = cell.endsWith('/control');
  const made = OF_FACTS.includes(definition.split('/')[0]!)
    ? t('factCount', { count })
    : t('lines', { count });
  return (
    <div className={styles.made}>
      <p className={styles.figure}>
        <Amount amount={figure} currency={currency} />
      </p>
      <p className={equal ? styles.equal : styles.broken} role={equal ? undefined : 'alert'}>
        {isControl ? t('controlSum') : made} = <Amount amount={sum} />{' '}
        {equal ? `✓\uFE0E ${t('equal')}` : `✗\uFE0E ${t('broken')}`}
      </p>
      <p className={styles.muted}>{t('asOf', { definition, day: dayText(asOf, locale) })}</p>
    </div>
  );
}

/** The same rows as a list or in a tab, where the page shows exactly them. */
function Rows({ cell }: { cell: Cell }) {
  const t = useTranslations('explain');
  const rows = rowsOf(cell);
  if (!rows) return null;
  const { called, ...target } = rows;
  return (
    <p>
      <Go {...target}>{t(called)}</Go>
    </p>
  );
}
