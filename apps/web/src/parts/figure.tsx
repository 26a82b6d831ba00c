import { useLocale } from 'use-intl';
import { amountText, countText, signedText } from '../words/formats';
import { explainText, type Explanation, isCell } from './explanation';
import { Go } from './go';
import { Here } from './here';
import styles from './figure.module.css';
import { isSome } from './sums';

interface Props {
  /** An amount of one currency as the API writes it, or a count. */
  value: { amount: string; currency?: string } | { count: number };
  /** How it is made: a cell that opens the panel, or the rows that make exactly it. A figure without does not compile (rule 1). */
  explain: Explanation;
  /** Read before the figure to whoever cannot see what stands around it. */
  label?: string;
  size?: 'row' | 'large';
  /** A difference: what is more has its sign, too. */
  isSigned?: boolean;
}

/** The only part that prints a figure of a report: always a link to what it is made of. */
export function Figure({ value, explain, label, size = 'row', isSigned = false }: Props) {
  const locale = useLocale();
  const print = isSigned ? signedText : amountText;
  const text = 'count' in value ? countText(value.count, locale) : print(value.amount, locale);
  const currency = 'count' in value ? undefined : value.currency;
  const said = label && `${label}: ${text}${currency ? ` ${currency}` : ''}`;
  const isNothing = 'count' in value ? value.count === 0 : !isSome(value.amount);
  const look = [styles.figure, size === 'large' && styles.large, isNothing && styles.nothing];
  const className = look.filter(Boolean).join(' ');
  const shown = (
    <>
      <span>{text}</span>
      {currency && <span className={styles.currency}> {currency}</span>}
    </>
  );
  if (!isCell(explain)) {
    return (
      <Go {...explain} className={className} label={said}>
        {shown}
      </Go>
    );
  }
  return (
    <Here change={{ _explain: explainText(explain) }} className={className} label={said}>
      {shown}
    </Here>
  );
}

/** An amount in a row that is itself what the amount is made of, such as the open amount of an invoice. */
export function Amount({ amount, currency }: { amount: string; currency?: string }) {
  const locale = useLocale();
  return (
    <span className={styles.amount}>
      {amountText(amount, locale)}
      {currency && <span className={styles.currency}> {currency}</span>}
    </span>
  );
}
