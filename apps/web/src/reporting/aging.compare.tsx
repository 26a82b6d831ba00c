import { useTranslations } from 'use-intl';
import { Button } from '../parts/button';
import { Empty, Waiting } from '../parts/empty';
import { Here } from '../parts/here';
import { Timeline } from '../parts/timeline';
import { Trouble } from '../parts/trouble';
import { Page, PrintButton, Sheet } from '../shell/page';
import { Standing } from '../shell/standing';
import { useAnswerOf } from '../time/instant';
import { stringifySearch } from '../time/search';
import { useAddress } from '../time/use-time';
import { AgingLooks } from './aging.looks';
import { byOf } from './aging.question';
import { CompareWith } from './compare-with';
import { Places } from './compare-places';
import { type Compared, placesOf, useCompared } from './compare.question';
import { CompareTable } from './compare-table';
import styles from './reporting.module.css';
import { ReportsNav } from './reports.nav';

/** The aging at two places: what differs, and the facts that made the difference. */
export function AgingCompare() {
  const t = useTranslations('reporting.compare');
  const shell = useTranslations('shell');
  const { search, change } = useAddress();
  const by = byOf(search);
  const totals = useCompared();
  const rows = useCompared(by);
  const places = rows.data && placesOf(rows.data.body);
  useAnswerOf(
    rows.data &&
      places && {
        ...{ ...rows.data.body, hash: rows.data.head.hash },
        also: stringifySearch({
          ...{ _vsAsOf: places.b.asOf, _vsKnownAt: places.b.knownAt },
          definition: rows.data.body.definition.split('/')[1],
        }).slice(1),
      },
  );
  const error = rows.error ?? totals.error;
  const isSame = rows.data?.body.rows.length === 0 && totals.data?.body.rows.length === 0;
  const end = { _vsAsOf: undefined, _vsKnownAt: undefined, _row: undefined, _explain: undefined };
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <CompareWith />
          <Button onPress={() => change(end)}>{t('end')}</Button>
          <PrintButton />
        </>
      }
    >
      <ReportsNav of="aging" />
      <AgingLooks looks={['customer', 'owner']} />
      {error && <Trouble error={error} retry={() => void rows.refetch()} />}
      {(!rows.data || !totals.data) && !error && <Waiting label={shell('loading')} />}
      {rows.data && totals.data && places && (
        <>
          <Standing head={rows.data.head} />
          <Places {...places} />
          {isSame && <Empty title={t('same')}>{t('sameHint')}</Empty>}
          <CompareTable title={t('totals')} differences={totals.data.body.rows} places={places} />
          <CompareTable title={t('rows')} by={by} differences={rows.data.body.rows} places={places} />
          {rows.data.body.more && <p>{t('more')}</p>}
          <Facts all={rows.data.body} />
        </>
      )}
    </Page>
  );
}

/** Of all rows, or of the one customer whose difference was opened. */
function Facts({ all }: { all: Compared }) {
  const t = useTranslations('reporting.compare');
  const shell = useTranslations('shell');
  const { search } = useAddress();
  const row = byOf(search) === 'customer' ? search._row : undefined;
  const asked = useCompared(row === undefined ? byOf(search) : 'customer', row);
  const shown = row === undefined ? all : asked.data?.body;
  if (asked.error) return <Trouble error={asked.error} />;
  if (!shown) return <Waiting label={shell('loading')} />;
  const title = row === undefined ? t('facts') : t('factsOf', { row: shown.rows[0]?.name ?? row });
  return (
    <Sheet title={title}>
      {row !== undefined && (
        <p className={styles.control}>
          <Here change={{ _row: undefined }}>‹ {t('allFacts')}</Here>
        </p>
      )}
      {shown.facts.length === 0 && <p className={styles.control}>{t('noFacts')}</p>}
      <Timeline entries={shown.facts} label={title} />
      {shown.moreFacts && <p className={styles.control}>{t('moreFacts')}</p>}
    </Sheet>
  );
}
