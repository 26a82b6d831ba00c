import { useTranslations } from 'use-intl';
import { useLocation } from '@tanstack/react-router';
import { useInstant } from './instant';

/** What a sheet of paper was asked, and by which answer it stands: whoever types the address again sees the same. */
export function PrintFoot() {
  const t = useTranslations('time');
  const { href } = useLocation();
  const { definition, knownAt, hash } = useInstant() ?? {};
  return (
    <footer data-paper-only>
      <p>{window.location.origin + href}</p>
      {knownAt && <p>{t('printKnown', { instant: knownAt })}</p>}
      {hash && <p>{definition ? t('printAnswer', { definition, hash }) : t('printHash', { hash })}</p>}
    </footer>
  );
}
