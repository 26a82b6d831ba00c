import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useLive } from '../api/live';
import { Problem } from '../api/problem';
import { MeContext, useMay, useMeQuery, useSignedOutElsewhere } from '../api/session';
import { HoldsOpenCommand } from '../command/open-command';
import { ExplainPanel } from '../explain/panel';
import { Banner } from '../parts/banner';
import { Waiting } from '../parts/empty';
import { useIsOnline } from '../parts/online';
import { Trouble } from '../parts/trouble';
import { PrintFoot } from '../time/print-foot';
import { TimeBar } from '../time/time-bar';
import { FixedInstants } from '../time/instant';
import { useTime } from '../time/use-time';
import styles from './frame.module.css';
import { Keys } from './keys';
import { Navigation } from './navigation';
import { SignIn } from './sign-in.page';
import { TellsWhatWasDone, Told } from './told';

/** Header, pages, time, and the page itself; or the way in. */
export function Frame() {
  const t = useTranslations('shell');
  const { data: me, error, isPending, refetch } = useMeQuery();
  const { pathname } = useLocation();
  useSignedOutElsewhere();
  const isSignedOut = error instanceof Problem && error.status === 401;
  useEffect(() => {
    if (isSignedOut) document.title = 'Quittance';
  }, [isSignedOut]);
  if (pathname === '/session/start') return <SignIn />;
  if (isSignedOut) return <SignIn />;
  if (isPending) return <Waiting label={t('loading')} />;
  if (!me) return <Trouble error={error} retry={() => void refetch()} />;
  return (
    <MeContext value={me}>
      <FixedInstants>
        <TellsWhatWasDone>
          <a className={styles.skip} href="#content">
            {t('skip')}
          </a>
          <div className={styles.frame}>
            <Navigation />
            <Keys />
            <Live />
            <div className={styles.rest}>
              <TimeBar />
              <div className={styles.banners}>
                <Offline />
                <Told />
              </div>
              <HoldsOpenCommand>
                <main id="content" className={styles.main} tabIndex={-1}>
                  <Outlet />
                  <PrintFoot />
                </main>
              </HoldsOpenCommand>
              <ExplainPanel />
            </div>
          </div>
        </TellsWhatWasDone>
      </FixedInstants>
    </MeContext>
  );
}

/** What was known at an instant never changes: then nothing is followed. */
function Live() {
  const { time } = useTime();
  useLive(useMay('GET /v1/live') && time.knownAt === undefined);
  return null;
}

function Offline() {
  const t = useTranslations('shell');
  return useIsOnline() ? null : <Banner kind="warning">{t('offline')}</Banner>;
}
