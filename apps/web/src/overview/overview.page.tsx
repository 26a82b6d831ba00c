import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { Banner } from '../parts/banner';
import { Empty, Waiting } from '../parts/empty';
import { Figure } from '../parts/figure';
import { Go } from '../parts/go';
import { Trouble } from '../parts/trouble';
import { Page, Sheet } from '../shell/page';
import { Standing } from '../shell/standing';
import { useAnswerOf } from '../time/instant';
import { useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import { AgingBars } from './aging-bars';
import { DemonstrationProgress, LoadDemonstration, useDemonstration } from './demonstration';
import { ImportFile } from './import-file';
import { Largest } from './largest';
import { Latest } from './latest';
import styles from './overview.module.css';
import { ToDo } from './to-do';

/** Who owes how much, since when: totals and aging of each currency, the largest overdue, and what was recorded last. */
export function Overview() {
  const t = useTranslations('overview');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const { time, day } = useTime();
  const [begun, setBegun] = useState(false);
  const { data, error, refetch } = useAsk('/v1/reports/aging', { ...time }, (signal) =>
    client.GET('/v1/reports/aging', { params: { query: time }, signal }),
  );
  useAnswerOf(data && { ...data.body, hash: data.head.hash });
  const totals = data?.body.currencies ?? [];
  return (
    <Page title={t('title')}>
      {error && !data && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting label={shell('loading')} />}
      {data && (
        <>
          <Standing head={data.head} />
          <DemonstrationProgress begun={begun} onOver={() => setBegun(false)} />
          {totals.length === 0 && <NothingYet day={dayText(day, locale)} onBegun={() => setBegun(true)} />}
          {totals.some(({ balanced }) => !balanced) && <Banner kind="wrong">{shell('unbalanced')}</Banner>}
          <div className={styles.currencies}>
            {totals.map((total) => (
              <Sheet key={total.currency} title={t('aging', { currency: total.currency })}>
                <dl className={styles.figures}>
                  {(['open', 'overdue'] as const).map((name) => (
                    <div key={name}>
                      <dt>{t(name)}</dt>
                      <dd>
                        <Figure
                          value={{ amount: total[name], currency: total.currency }}
                          size="large"
                          explain={{ cell: `/${name}`, currency: total.currency }}
                        />
                      </dd>
                    </div>
                  ))}
                </dl>
                <AgingBars total={total} />
                <p className={styles.ways} data-screen-only>
                  {(['customer', 'owner'] as const).map((by) => (
                    <Go
                      key={by}
                      to="/reports/aging"
                      search={{ currency: total.currency, ...(by === 'owner' && { by }) }}
                    >
                      {t(by === 'owner' ? 'byOwner' : 'byCustomer')}
                    </Go>
                  ))}
                </p>
                <p className={styles.control}>
                  {t('control')}{' '}
                  <Figure
                    value={{ amount: total.control, currency: total.currency }}
                    explain={{ cell: '/control', currency: total.currency }}
                  />{' '}
                  {total.balanced ? `✓ ${t('balanced')}` : `✗ ${t('unbalanced')}`}
                </p>
              </Sheet>
            ))}
          </div>
          {totals.length > 0 && <ToDo />}
          {totals.length > 0 && (
            <div className={styles.pair}>
              {totals.map(({ currency }) => (
                <Largest key={currency} currency={currency} />
              ))}
            </div>
          )}
          <Latest />
        </>
      )}
    </Page>
  );
}

function NothingYet({ day, onBegun }: { day: string; onBegun: () => void }) {
  const t = useTranslations('overview');
  const { state } = useTime();
  const demonstration = useDemonstration();
  // While it is loaded, its progress stands above.
  if (demonstration?.state === 'running') return null;
  if (state !== 'present') return <Empty title={t('nothingTitle')}>{t('nothingHint', { day })}</Empty>;
  return (
    <Empty title={t('firstTitle')}>
      <ImportFile />
      <p>{t('firstHint')}</p>
      <pre className={styles.command} tabIndex={0}>
        npm run -s quittance -- import docs/examples/first.csv --mapping docs/examples/first.mapping.json
      </pre>
      {demonstration?.offered && <LoadDemonstration onBegun={onBegun} />}
    </Empty>
  );
}
