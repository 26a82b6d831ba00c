import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { Button } from '../parts/button';
import { Empty } from '../parts/empty';
import { type FilterChoice, wordsOf } from '../parts/filter-choice';
import { filtersOf } from '../time/search';
import { useAddress, useTime } from '../time/use-time';
import { countText, dayText } from '../words/formats';
import styles from './list-page.module.css';

/** Lists that say how many rows they have in all. */
const COUNTED = ['/v1/invoices', '/v1/payments', '/v1/customers'];

interface Props {
  choices: FilterChoice[];
  /** Where the list is asked for. */
  path?: string;
}

/** A list without rows: what was asked, of how many rows, and how to ask for more. */
export function NothingFound({ choices, path = '' }: Props) {
  const t = useTranslations('shell.nothing');
  const parts = useTranslations('parts');
  const locale = useLocale();
  const { search, change } = useAddress();
  const { day, state } = useTime();
  const filters = filtersOf(search);
  const asked = wordsOf(choices, filters, parts('search'));
  const title = state === 'present' ? parts('emptyTitle') : parts('emptyAsOf', { day: dayText(day, locale) });
  const clear = (): void => change(Object.fromEntries(Object.keys(filters).map((name) => [name, undefined])));
  return (
    <Empty title={title}>
      {asked !== '' && <p>{t('asked', { filters: asked })}</p>}
      {asked !== '' && COUNTED.includes(path) && <LookedAt path={path} />}
      <p className={styles.muted}>{asked !== '' ? parts('emptyHint') : t('anotherDay')}</p>
      {asked !== '' && <Button onPress={clear}>{t('clear')}</Button>}
    </Empty>
  );
}

/** How many rows there are when nothing is asked of them. */
function LookedAt({ path }: { path: string }) {
  const t = useTranslations('shell.nothing');
  const locale = useLocale();
  const { time } = useTime();
  // Each list has one, and they count alike.
  const summary = `${path}/summary` as '/v1/invoices/summary';
  const { data } = useAsk(summary, { ...time }, (signal) =>
    client.GET(summary, { params: { query: time }, signal }),
  );
  if (!data) return null;
  const { count } = data.body;
  return <p>{t('lookedAt', { count, shown: countText(count, locale) })}</p>;
}
