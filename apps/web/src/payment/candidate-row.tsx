import type { KeyboardEvent } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { paths } from '../api/schema';
import { readAmount } from '../parts/amount';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { isAboveZero, lesserOf } from '../parts/sums';
import { amountText, dayText } from '../words/formats';
import styles from './apply.module.css';

/** An invoice that the money may settle. */
export type Candidate =
  paths['/v1/invoices']['get']['responses'][200]['content']['application/json']['items'][number];

interface Props {
  row: Candidate;
  text: string;
  decimals: number;
  /** What is free of the money, less what is meant for the other rows and this one. */
  rest: string;
  /** What the server says against the amount. */
  wrong?: string;
  onType: (text: string) => void;
}

/** Enter in an empty field takes all that is open, as far as the money reaches; typed digits take a part. */
export function CandidateRow({ row, text, decimals, rest, wrong, onType }: Props) {
  const t = useTranslations('apply');
  const locale = useLocale();
  const { id, number, customerName, customerId, agreedDueOn, open } = row;
  const read = readAmount(text, locale, decimals);
  const isWrong = text !== '' && ('wrong' in read || wrong !== undefined);
  const act = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter' || event.ctrlKey) return;
    event.preventDefault();
    if (text === '' && isAboveZero(rest)) onType(amountText(lesserOf(open, rest), locale));
    // On to the next invoice.
    const next = event.currentTarget.closest('tr')?.nextElementSibling?.querySelector('input');
    next?.focus();
  };
  return (
    <tr>
      <td>
        <Go to="/invoices/$id" params={{ id }}>
          {number}
        </Go>{' '}
        <span className={styles.muted}>{customerName ?? customerId}</span>
      </td>
      <td data-short>{dayText(agreedDueOn, locale)}</td>
      <td data-figure>
        <Amount amount={open} />
      </td>
      <td data-figure>
        <input
          className={styles.amount}
          inputMode="decimal"
          autoComplete="off"
          aria-label={t('amountFor', { number })}
          aria-invalid={isWrong || undefined}
          title={wrong ?? t('enterHint')}
          value={text}
          onChange={({ target }) => onType(target.value)}
          onKeyDown={act}
        />
      </td>
    </tr>
  );
}
