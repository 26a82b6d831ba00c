import { useLocale, useTranslations } from 'use-intl';
import { amountText } from '../words/formats';

interface Props {
  /** How many match in all, and what is open in each currency. */
  summary: { count: number; currencies: { currency: string; open: string }[] };
}

/** What stands beside the title of a list: how many match, not only the rows that came, and what is open of them. */
export function ListSums({ summary: { count, currencies } }: Props) {
  const t = useTranslations('parts');
  const locale = useLocale();
  const open = currencies.map((one) => `${amountText(one.open, locale)} ${one.currency}`).join(' · ');
  return (
    <>
      {t('rows', { count })}
      {open !== '' && ` · ${t('sumOpen', { open })}`}
    </>
  );
}
