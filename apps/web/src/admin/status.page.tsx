import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { answered, client } from '../api/client';
import type { paths } from '../api/schema';
import { useMe } from '../api/session';
import { Banner } from '../parts/banner';
import { Waiting } from '../parts/empty';
import { Figure } from '../parts/figure';
import { Pairs } from '../parts/pairs';
import { Table } from '../parts/table';
import { Trouble } from '../parts/trouble';
import { Page, Sheet } from '../shell/page';
import { countText, instantText } from '../words/formats';
import { AdminParts } from './admin.parts';
import styles from './admin.module.css';

type Status = paths['/v1/status']['get']['responses'][200]['content']['application/json'];
interface Part {
  status: Status;
}

/** Milliseconds after which it is looked at again, while somebody looks. */
const EVERY = 5_000;

/** How the installation stands just now: stores, lag, projections, rebuilds. It tells of processes, not of facts. */
export function InstallationStatus() {
  const t = useTranslations('admin');
  const { version } = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: ['/v1/status'],
    queryFn: ({ signal }) => answered(client.GET('/v1/status', { signal })),
    refetchInterval: EVERY,
  });
  const status = data?.body;
  return (
    <Page title={t('status')} more={<span className={styles.muted}>{t('version', { version })}</span>}>
      <AdminParts />
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!status && !error && <Waiting label={t('status')} />}
      {status && (
        <>
          <Stores status={status} />
          <Projections status={status} />
          {status.rebuilds.length > 0 && <Rebuilds status={status} />}
        </>
      )}
    </Page>
  );
}

function Stores({ status: { eventStore, database, projector, parkedStreams } }: Part) {
  const t = useTranslations('admin');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  const answers = (does: boolean): string => (does ? `✓\uFE0E ${t('answers')}` : `✕ ${t('answersNot')}`);
  const count = (text: string): string => countText(Number(text), locale);
  const lag = projector?.lag;
  return (
    <Sheet title={t('stores')}>
      {!(eventStore.answers && database.answers) && <Banner kind="wrong">{t('storeGone')}</Banner>}
      <div className={styles.body}>
        <Pairs
          pairs={[
            [t('eventStore'), answers(eventStore.answers)],
            [t('lastFact'), eventStore.position],
            [t('database'), answers(database.answers)],
            [t('filledTo'), projector?.position],
            [t('projected'), projector && count(projector.facts)],
            [
              t('completeThrough'),
              projector?.completeThrough && instantText(projector.completeThrough, locale, timeZone),
            ],
            [t('follows'), projector && (projector.subscribed ? `✓\uFE0E ${t('yes')}` : `✕ ${t('no')}`)],
            [t('lag'), lag && t('lagOf', { count: lag.facts, seconds: lag.seconds })],
            [
              t('parked'),
              parkedStreams !== null && (
                <Figure
                  value={{ count: parkedStreams }}
                  explain={{ to: '/admin/parked' }}
                  label={t('parked')}
                />
              ),
            ],
          ]}
        />
      </div>
    </Sheet>
  );
}

function Projections({ status: { projections } }: Part) {
  const t = useTranslations('admin');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  return (
    <Sheet title={t('projections')}>
      <Table label={t('projections')} heads={[t('name'), t('tables'), t('since')]} figures={[t('parked')]}>
        {projections.map(({ name, version, since, parked }) => (
          <tr key={name}>
            <td>{name}</td>
            <td>{version}</td>
            <td data-short>{instantText(since, locale, timeZone)}</td>
            <td data-figure>{countText(parked, locale)}</td>
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}

function Rebuilds({ status: { rebuilds } }: Part) {
  const t = useTranslations('admin');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  return (
    <Sheet title={t('rebuilds')}>
      <Table
        label={t('rebuilds')}
        heads={[t('projections'), t('state'), t('since')]}
        figures={[t('progress')]}
      >
        {rebuilds.map(({ id, projections, status, startedAt, factsDone, factsToDo }) => (
          <tr key={id}>
            <td>{projections.join(', ')}</td>
            <td>{status === 'building' ? t('building') : t('caughtUp')}</td>
            <td data-short>{instantText(startedAt, locale, timeZone)}</td>
            <td data-figure>
              {t('doneOf', {
                done: countText(Number(factsDone), locale),
                all: countText(Number(factsToDo), locale),
              })}
            </td>
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}
