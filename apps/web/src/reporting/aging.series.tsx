import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useColumnWord } from '../parts/column-word';
import { Csv } from '../parts/csv';
import { Empty, Waiting } from '../parts/empty';
import { Figure } from '../parts/figure';
import { Filters } from '../parts/filters';
import { Here } from '../parts/here';
import { Problem } from '../api/problem';
import { shareOf } from '../parts/sums';
import { Table } from '../parts/table';
import { Trouble } from '../parts/trouble';
import { Page, PrintButton, Sheet } from '../shell/page';
import { Standing } from '../shell/standing';
import { useAnswerOf } from '../time/instant';
import type { Search } from '../time/search';
import { useAddress, useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import { AgingLooks } from './aging.looks';
import { type AgingAnswer, type AgingQuery, shapeOf, totalCell } from './aging.question';
import { useSeriesChoices } from './aging.choices';
import styles from './reporting.module.css';
import { ReportsNav } from './reports.nav';

type Point = { asOf: string; total: AgingAnswer['currencies'][number] };

/** The totals at the end of each month, all as known at one instant. A bar is its row: the figures are the table. */
export function AgingSeries() {
  const t = useTranslations('reporting.aging');
  const shell = useTranslations('shell');
  const { search } = useAddress();
  const { time } = useTime();
  const { asOf: to, ...known } = time;
  const query = { ...known, ...(to && { to }), ...seriesOf(search) };
  const { data, error, refetch } = useAsk('/v1/reports/aging/series', query, (signal) =>
    client.GET('/v1/reports/aging/series', { params: { query }, signal }),
  );
  useAnswerOf(data && { ...data.body, asOf: data.body.to, hash: data.head.hash });
  const refused = error instanceof Problem ? error.byField() : {};
  const points = (data?.body.points ?? []).flatMap(({ asOf, currencies }) =>
    currencies.map((total) => ({ asOf, total })),
  );
  const currencies = [...new Set(points.map(({ total }) => total.currency))];
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {data && (
            <Csv
              path="/v1/reports/aging/series"
              query={{ ...query, to: data.body.to, knownAt: data.body.knownAt }}
            />
          )}
          <PrintButton />
        </>
      }
    >
      <ReportsNav of="aging" />
      <AgingLooks />
      <Filters choices={useSeriesChoices()} refused={refused} apart={['by', 'definition']} />
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting label={shell('loading')} />}
      {data && <Standing head={data.head} />}
      {data && currencies.length === 0 && <Empty title={t('nothingEver')} />}
      {currencies.map((currency) => (
        <Series
          key={currency}
          currency={currency}
          points={points.filter(({ total }) => total.currency === currency)}
          search={search}
        />
      ))}
    </Page>
  );
}

/** What of the address the series takes. */
function seriesOf(search: Search): Omit<AgingQuery, 'by'> {
  const { from, step, currency } = search;
  const { definition, ...shape } = shapeOf(search);
  return {
    ...shape,
    ...(definition && { definition: Number(definition) }),
    ...Object.fromEntries(
      Object.entries({ from, step, currency }).filter(([, value]) => value !== undefined),
    ),
  };
}

function Series({ currency, points, search }: { currency: string; points: Point[]; search: Search }) {
  const t = useTranslations('reporting.aging');
  const locale = useLocale();
  const word = useColumnWord();
  const buckets = Object.keys(points[0]!.total.buckets);
  const most = points.map(({ total }) => total.open).reduce((a, b) => (shareOf(b, a) > 1000 ? b : a));
  return (
    <Sheet title={`${t('overTime')}, ${currency}`}>
      <Table
        label={`${t('overTime')}, ${currency}`}
        heads={[t('day'), t('shares')]}
        figures={[word('open'), ...buckets.map(word)]}
      >
        {points.map(({ asOf, total }) => (
          <tr key={asOf}>
            <th scope="row" data-short>
              <Here change={{ asOf, _tab: undefined }}>{dayText(asOf, locale)}</Here>
            </th>
            <td className={styles.bars} aria-hidden="true">
              <span>
                {buckets.map((bucket, at) => (
                  <span
                    key={bucket}
                    data-bucket={Math.min(at, 4)}
                    style={{ width: `${Math.max(0, shareOf(total.buckets[bucket]!.amount, most)) / 10}%` }}
                  />
                ))}
              </span>
            </td>
            <td data-figure className={styles.sum}>
              <Figure
                value={{ amount: total.open }}
                explain={{ ...totalCell(search, currency, 'open'), asOf }}
              />
            </td>
            {buckets.map((bucket) => (
              <td key={bucket} data-figure>
                <Figure
                  value={{ amount: total.buckets[bucket]!.amount }}
                  explain={{ ...totalCell(search, currency, bucket), asOf }}
                />
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}
