import { useLocale, useTranslations } from 'use-intl';
import { AmountField } from '../parts/amount-field';
import { Button } from '../parts/button';
import { DateField } from '../parts/date-field';
import { negatedOf, sumOf } from '../parts/sums';
import { amountText } from '../words/formats';
import type { Part } from './command';
import styles from './command.module.css';

interface Props {
  name: string;
  label: string;
  currency: string;
  /** What the parts come to together. */
  sum: string;
  parts: Part[];
  onParts: (parts: Part[]) => void;
}

/** Days and amounts that come to a sum: what is left over stands below, to the last cent. */
export function PartsField({ name, label, currency, sum, parts, onParts }: Props) {
  const t = useTranslations('command');
  const locale = useLocale();
  const decimals = sum.split('.')[1]?.length ?? 0;
  const rest = sumOf([sum, ...parts.map(({ amount }) => negatedOf(amount ?? '0'))]);
  const set = (at: number, change: Part): void =>
    onParts(parts.map((part, one) => (one === at ? { ...part, ...change } : part)));
  return (
    <fieldset className={styles.parts}>
      <legend>{label}</legend>
      {parts.map(({ dueOn, amount }, at) => (
        <div key={`${at}/${parts.length}`} className={styles.part}>
          <DateField
            name={`/${name}/${at}/dueOn`}
            label={t('field.dueOn')}
            day={dueOn}
            onDay={(day) => set(at, { dueOn: day })}
            isRequired
          />
          <AmountField
            name={`/${name}/${at}/amount`}
            label={t('field.amount')}
            {...{ currency, decimals }}
            initial={amount}
            onAmount={(typed) => set(at, { amount: typed })}
            isRequired
          />
          <Button
            look="quiet"
            aria-label={t('removePart', { number: String(at + 1) })}
            isDisabled={parts.length === 1}
            onPress={() => onParts(parts.filter((_part, one) => one !== at))}
          >
            ✕
          </Button>
        </div>
      ))}
      <div className={styles.rest}>
        <span aria-live="polite">{t('partsRest', { amount: amountText(rest, locale), currency })}</span>
        <Button onPress={() => onParts([...parts, { amount: rest.startsWith('-') ? undefined : rest }])}>
          {t('addPart')}
        </Button>
      </div>
    </fieldset>
  );
}
