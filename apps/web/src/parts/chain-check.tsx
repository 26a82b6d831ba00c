import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { canCheck, checkChain } from '../api/chain';
import { Banner } from './banner';
import { Button } from './button';
import styles from './chain-check.module.css';
import { Go } from './go';
import { Trouble } from './trouble';

/** The chain of a stream, worked out in this browser from the facts as they are stored. It trusts no word of the server. */
export function ChainCheck({ stream }: { stream: string }) {
  const t = useTranslations('chain');
  const [facts, told] = useState(0);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['chain', stream],
    queryFn: ({ signal }) => checkChain(stream, told, signal),
    enabled: canCheck(),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  if (!canCheck()) return <Banner kind="info">{t('cannot')}</Banner>;
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (isFetching || !data) return <Banner kind="info">{t('checking', { count: facts })}</Banner>;
  const { broken } = data;
  if (broken) {
    return (
      <Banner kind="wrong">
        {t(`broken.${broken.kind}`, { revision: String(broken.revision), count: data.facts })}{' '}
        <Go to="/facts/$position" params={{ position: broken.position }}>
          {t('toFact', { position: broken.position })}
        </Go>
      </Banner>
    );
  }
  return (
    <div className={styles.holds} role="status">
      <p>
        <span aria-hidden="true" className={styles.mark}>
          ✓&#xFE0E;
        </span>{' '}
        {t('holds', { count: data.facts })} <code title={data.hash ?? ''}>{data.hash?.slice(0, 12)}</code>
      </p>
      <Button look="quiet" onPress={() => void refetch()}>
        {t('again')}
      </Button>
    </div>
  );
}
