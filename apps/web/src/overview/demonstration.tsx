import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { send } from '../api/command';
import { useMay } from '../api/session';
import { wrote } from '../api/written';
import { Button } from '../parts/button';
import { Trouble } from '../parts/trouble';
import { Sheet } from '../shell/page';
import { useAddress } from '../time/use-time';
import { countText } from '../words/formats';
import styles from './overview.module.css';

/** Milliseconds between looks at how far it is. */
const EVERY = 500;

/** How far the demonstration is; asked again and again only while it is loaded. */
export function useDemonstration() {
  const enabled = useMay('POST /v1/demonstration');
  const { data } = useAsk(
    '/v1/demonstration',
    {},
    (signal) => client.GET('/v1/demonstration', { params: { query: {} }, signal }),
    { enabled, every: ({ state }) => (state === 'running' ? EVERY : false) },
  );
  return data?.body;
}

/** Offered where nothing was recorded yet: two years of an invented company. */
export function LoadDemonstration({ onBegun }: { onBegun: () => void }) {
  const t = useTranslations('overview');
  const queries = useQueryClient();
  const [error, setError] = useState<Error>();
  const [isAsked, setAsked] = useState(false);
  const key = useRef(crypto.randomUUID());
  const load = async (): Promise<void> => {
    setAsked(true);
    setError(undefined);
    try {
      await send({ path: '/v1/demonstration', body: { seed: 'quittance' }, key: key.current });
      onBegun();
      await queries.invalidateQueries({ queryKey: ['/v1/demonstration'] });
    } catch (refused) {
      setError(refused as Error);
    }
    setAsked(false);
  };
  return (
    <>
      <p>{t('demonstrationHint')}</p>
      <p>
        <Button look="main" isDisabled={isAsked} onPress={() => void load()}>
          {t('demonstrationLoad')}
        </Button>
      </p>
      {error && <Trouble error={error} />}
    </>
  );
}

/**
 * How many of its commands are done. Once all are, the page is opened as the history states that it was known.
 * @param begun whether this window asked for it: it may be over before anybody looks
 */
export function DemonstrationProgress({ begun, onOver }: { begun: boolean; onOver: () => void }) {
  const t = useTranslations('overview');
  const locale = useLocale();
  const queries = useQueryClient();
  const { change } = useAddress();
  const told = useDemonstration();
  const isRunning = told?.state === 'running';
  const wasRunning = useRef(false);
  useEffect(() => {
    if ((wasRunning.current || begun) && told?.state === 'done') {
      onOver();
      // What is shown next includes its last fact.
      if (told.position !== null) wrote(BigInt(told.position));
      void queries.invalidateQueries();
      change({ known: 'stated' });
    }
    wasRunning.current = isRunning;
  });
  if (!isRunning) return null;
  const { done, total } = told;
  return (
    <Sheet title={t('demonstration')}>
      <div className={styles.progress}>
        <progress aria-label={t('demonstration')} value={done} max={total} />
        <span>
          {t('demonstrationDone', { done: countText(done, locale), total: countText(total, locale) })}
        </span>
      </div>
    </Sheet>
  );
}
