import { useEffect } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useMay, useMe } from '../api/session';
import { Empty, Waiting } from '../parts/empty';
import { Table } from '../parts/table';
import { Trouble } from '../parts/trouble';
import { Page, Sheet } from '../shell/page';
import { useTime } from '../time/use-time';
import { countText, instantText } from '../words/formats';
import { AdminParts } from './admin.parts';
import { ImportForm } from './import-form';
import { ImportNotes } from './import-notes';
import styles from './admin.module.css';
import { type Import, isUnderWay, noteWritten } from './upload';

/** Milliseconds between looks while one is under way. */
const EVERY = 1_000;
const MOST = 50;

/** Files of invoices and receipts: sent here, how far they are, and what they came to. */
export function Imports() {
  const t = useTranslations('imports');
  const maySend = useMay('POST /v1/imports');
  const { time } = useTime();
  const { data, error, refetch } = useAsk(
    '/v1/imports',
    { limit: MOST },
    (signal) => client.GET('/v1/imports', { params: { query: { limit: MOST } }, signal }),
    { every: ({ items }) => (items.some(isUnderWay) ? EVERY : false) },
  );
  const items = data?.body.items ?? [];
  useEffect(() => items.forEach(noteWritten));
  return (
    <Page title={t('title')}>
      <AdminParts />
      {maySend && time.knownAt === undefined && <ImportForm />}
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting label={t('list')} />}
      {data && items.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
      {items.length > 0 && (
        <Sheet title={t('list')}>
          <Table
            label={t('list')}
            heads={[t('file'), t('state'), t('added'), t('by'), t('began')]}
            figures={[t('rows'), t('unchanged'), t('rejected')]}
            acts={t('files')}
          >
            {items.map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </Table>
        </Sheet>
      )}
    </Page>
  );
}

const ICONS = {
  checking: '◔',
  sending: '◔',
  done: '✓',
  refused: '✕',
  failed: '✕',
  interrupted: '‖',
} as const;
const ADDED = ['customers', 'invoices', 'creditNotes', 'disputes', 'payments', 'allocations'] as const;

function Row({ one }: { one: Import }) {
  const t = useTranslations('imports');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  const { id, fileName, state, dryRun, bytes, bytesRead, because, notes, added, files } = one;
  const news = ADDED.filter((name) => added[name] > 0);
  return (
    <tr>
      <td>{fileName}</td>
      <td>
        <span className={state === 'refused' || state === 'failed' ? styles.wrong : undefined}>
          <span aria-hidden="true">{ICONS[state]}&#xFE0E;</span> {t(`stateWords.${state}`)}
        </span>
        {dryRun && <span className={styles.muted}> · {t('checkOnly')}</span>}
        {isUnderWay(one) && (
          <div>
            <progress
              aria-label={t('progress', { name: fileName })}
              value={bytesRead}
              max={Math.max(bytes, 1)}
            />
          </div>
        )}
        <ImportNotes said={one.said} plain={[because, ...notes]} />
      </td>
      <td>
        <ul className={styles.list}>
          {news.map((name) => (
            <li key={name}>{t(`addedWords.${name}`, { count: added[name] })}</li>
          ))}
        </ul>
      </td>
      <td>{one.personId}</td>
      <td data-short>{instantText(one.beganAt, locale, timeZone)}</td>
      <td data-figure>{countText(one.rows, locale)}</td>
      <td data-figure>{countText(one.unchanged, locale)}</td>
      <td data-figure>{countText(one.rejected, locale)}</td>
      <td data-figure>
        <ul className={styles.list}>
          {(files as ('rejects' | 'warnings' | 'proposals')[]).map((kind) => (
            <li key={kind}>
              <a href={`/v1/imports/${id}/${kind}`} download>
                {t(kind)}
              </a>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
