import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import type { paths } from '../api/schema';
import { useMe } from '../api/session';
import { Commands } from '../command/commands';
import { commandAbout } from '../command/command';
import { Empty, Waiting } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { Table } from '../parts/table';
import { Trouble } from '../parts/trouble';
import { Page, Sheet } from '../shell/page';
import { instantText } from '../words/formats';
import { AdminParts } from './admin.parts';
import styles from './admin.module.css';

type Stream = paths['/v1/parked']['get']['responses'][200]['content']['application/json']['items'][number];

const reason = { kind: 'text', name: 'reason', hint: 'namesNobody' } as const;
const path = '/v1/parked/releases';

/** Which go on, after the cause is gone. One that fails again stays parked. */
const RELEASE = commandAbout<Stream>()({
  ...{ name: 'release', path, names: ({ stream }) => ({ stream }), begins: true },
  fields: () => [reason],
  body: (values, { stream }) => ({ streams: [stream], ...values }),
});
const RELEASE_ALL = commandAbout<null>()({
  ...{ name: 'releaseAll', path, names: () => ({}), begins: true },
  fields: () => [reason],
  body: (values) => ({ all: true, ...values }),
});

/** Rows of this page at most; the API says how many there are in all. */
const MOST = 200;

/** Histories of which a fact could not be taken: what reports leave out meanwhile. */
export function Parked() {
  const t = useTranslations('admin');
  const { data, error, refetch } = useAsk('/v1/parked', { limit: MOST }, (signal) =>
    client.GET('/v1/parked', { params: { query: { limit: MOST } }, signal }),
  );
  const items = data?.body.items ?? [];
  return (
    <Page
      title={t('parked')}
      more={data && <span className={styles.muted}>{t('parkedCount', { count: data.body.total })}</span>}
      actions={items.length > 0 && <Commands commands={[RELEASE_ALL]} subject={null} of="all" />}
    >
      <AdminParts />
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting label={t('parked')} />}
      {data && items.length === 0 && <Empty title={t('nothingParked')}>{t('nothingParkedHint')}</Empty>}
      {items.length > 0 && (
        <Sheet>
          <Table
            label={t('parked')}
            heads={[t('stream'), t('projection'), t('fact'), t('error'), t('since'), t('leftOut')]}
            acts={t('release')}
          >
            {items.map((stream) => (
              <Row key={`${stream.projection} ${stream.stream}`} stream={stream} />
            ))}
          </Table>
        </Sheet>
      )}
    </Page>
  );
}

function Row({ stream }: { stream: Stream }) {
  const t = useTranslations('admin');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  const { stream: name, projection, type, position, error, since, waiting, number, leftOut } = stream;
  return (
    <tr>
      <td>{number ?? name}</td>
      <td>{projection}</td>
      <td>
        <Go to="/facts/$position" params={{ position }}>
          {type}
        </Go>{' '}
        <span className={styles.muted}>{t('waiting', { count: waiting })}</span>
      </td>
      <td lang="en">{error}</td>
      <td>{instantText(since, locale, timeZone)}</td>
      <td>
        <ul className={styles.list}>
          {leftOut.map(({ type: of, currency, amount, facts }) => (
            <li key={`${of} ${currency}`}>
              {t('leftOutOf', { type: of, count: facts })}{' '}
              {amount !== null && <Amount amount={amount} currency={currency ?? undefined} />}
            </li>
          ))}
        </ul>
      </td>
      <td data-figure>
        <Commands commands={[RELEASE]} subject={stream} of={`${projection}.${name}`} look="quiet" />
      </td>
    </tr>
  );
}
