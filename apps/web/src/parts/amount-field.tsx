import { useState } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { useLocale, useTranslations } from 'use-intl';
import { amountText } from '../words/formats';
import { type ReadAmount, readAmount } from './amount';
import styles from './field.module.css';

interface Props {
  /** JSON pointer of the amount in the command, such as `/allocations/0/amount`. */
  name: string;
  label: string;
  currency: string;
  decimals: number;
  /** As it goes to the API; the field keeps what is typed. */
  initial?: string;
  /** Left out, it may be empty, and that is told as an empty text. */
  isRequired?: boolean;
  hint?: string;
  /** Undefined while what is typed is no amount. */
  onAmount: (amount: string | undefined) => void;
}

/** Says on leaving what it understood. What is typed becomes the API's text by its characters, never a number. */
export function AmountField(props: Props) {
  const { name, label, currency, decimals, initial, isRequired = false, hint, onAmount } = props;
  const locale = useLocale();
  const t = useTranslations('parts');
  const [text, setText] = useState(initial === undefined ? '' : amountText(initial, locale));
  const [left, setLeft] = useState(false);
  const read = readAmount(text, locale, decimals);
  const wrong = wrongOf(read, isRequired);
  const said = {
    empty: () => t('amountEmpty'),
    digits: () => t('amountDigits'),
    decimals: () => t('amountDecimals', { currency, decimals }),
  };
  const type = (typed: string): void => {
    setText(typed);
    setLeft(false);
    const now = readAmount(typed, locale, decimals);
    onAmount('amount' in now ? now.amount : wrongOf(now, isRequired) ? undefined : '');
  };
  return (
    <TextField
      name={name}
      value={text}
      onChange={type}
      onBlur={() => setLeft(true)}
      isInvalid={left && wrong !== undefined ? true : undefined}
      className={`${styles.field} ${styles.amount}`}
      inputMode="decimal"
      isRequired={isRequired}
    >
      <Label className={styles.label}>{label}</Label>
      <Input className={styles.input} autoComplete="off" />
      <Text slot="description" className={styles.hint}>
        {'amount' in read && left
          ? t('amountUnderstood', { amount: amountText(read.amount, locale), currency })
          : [label !== currency && currency, hint].filter(Boolean).join(' · ')}
      </Text>
      <FieldError className={styles.wrong}>{wrong && left ? said[wrong]() : undefined}</FieldError>
    </TextField>
  );
}

/** Nothing typed is wrong only where something is needed. */
const wrongOf = (read: ReadAmount, isRequired: boolean) =>
  'wrong' in read && (isRequired || read.wrong !== 'empty') ? read.wrong : undefined;
