import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Go } from '../parts/go';
import { PartsOf } from '../parts/parts-of';
import { NotThere } from '../shell/not-there';
import { Page, Sheet } from '../shell/page';
import { Standing } from '../shell/standing';
import styles from './audit.module.css';
import { FactChain } from './chain.tab';
import { FactRaw } from './raw.tab';
import { FactSaid } from './said.tab';
import { useFact } from './use-fact';
import { Who } from './who';
import { readable } from '../parts/readable';

/** Each shows what it needs of the fact. */
const TABS = { said: FactSaid, chain: FactChain, raw: FactRaw } as const;

export function Fact() {
  const t = useTranslations('audit');
  const { position } = useParams({ from: '/facts/$position' });
  const { data, error, refetch } = useFact(position);
  const fact = data?.body.position === position ? data.body : undefined;
  if (!fact)
    return (
      <NotThere
        title={t('fact', { position })}
        error={error}
        retry={() => void refetch()}
        unknown={t('noFact')}
        hint={t('noFactHint')}
      />
    );
  const { previous, next } = fact;
  return (
    <Page
      title={t('fact', { position })}
      more={<span className={styles.muted}>{fact.type}</span>}
      actions={
        <>
          {previous && (
            <Go to="/facts/$position" params={{ position: previous.position }} className={styles.action}>
              ◀&#xFE0E; {t('before')}
            </Go>
          )}
          {next && (
            <Go to="/facts/$position" params={{ position: next.position }} className={styles.action}>
              {t('after')} ▶&#xFE0E;
            </Go>
          )}
        </>
      }
    >
      <Standing head={data!.head} />
      <Sheet>
        <div className={styles.said}>
          <p className={styles.sentence}>{readable(fact.sentence)}</p>
          <Who fact={fact} />
        </div>
      </Sheet>
      <PartsOf
        label={t('tabList')}
        tabs={[
          ['said', t('tabs.said')],
          ['chain', t('tabs.chain')],
          ['raw', t('tabs.raw')],
        ]}
      >
        {(shown) => {
          const Shown = TABS[shown];
          return <Shown key={position} fact={fact} />;
        }}
      </PartsOf>
    </Page>
  );
}
