import { useLocale, useTranslations } from 'use-intl';
import { useColumnWord } from '../parts/column-word';
import type { Cell } from '../parts/explanation';
import { Amount, Figure } from '../parts/figure';
import { type Entry, Timeline } from '../parts/timeline';
import { countText } from '../words/formats';
import styles from './explain.module.css';
import { splitCell, type useExplained } from './use-explained';

type Answer = NonNullable<ReturnType<typeof useExplained>['data']>['body'];

/** Facts that made a figure, the latest first, each with what it added. */
export function Facts({ answer: { lines, count } }: { answer: Answer }) {
  const t = useTranslations('explain');
  const locale = useLocale();
  if (lines.length === 0) return null;
  const entries = lines.flatMap(({ fact, amount }): Entry[] => (fact ? [{ ...fact, makes: amount }] : []));
  return (
    <>
      <div className={styles.facts}>
        <Timeline entries={entries} label={t('madeBy')} />
      </div>
      {count > lines.length && (
        <p className={styles.muted}>
          {t('more', { shown: countText(lines.length, locale), count: countText(count, locale) })}
        </p>
      )}
    </>
  );
}

/** The figure with the numbers put in: 1,220.00 Total − 500.00 Paid = 720.00 Open. Each of them opens in turn. */
export function Formula({ cell, answer }: { cell: Cell; answer: Answer }) {
  const t = useTranslations('explain');
  const word = useColumnWord();
  const { row, column } = splitCell(cell);
  const { inputs, figure } = answer;
  if (!inputs) return null;
  return (
    <dl className={styles.formula} aria-label={t('formula')}>
      {inputs.map(({ name, sign, amount }, at) => (
        <div key={name}>
          <dt>
            {sign === '-' ? '− ' : at > 0 && '+ '}
            {word(name)}
          </dt>
          <dd>
            <Figure value={{ amount }} explain={{ ...cell, cell: `${row}/${name}` }} label={word(name)} />
          </dd>
        </div>
      ))}
      <div>
        <dt>= {word(column)}</dt>
        <dd>
          <Amount amount={figure} />
        </dd>
      </div>
    </dl>
  );
}
