import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '../parts/banner';

/** The server said when to come again: the seconds until then are counted down, and it is asked under the same key. */
export function AskedAgain({ at }: { at: number }) {
  const t = useTranslations('command');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Banner kind="warning">{t('askedAgain', { seconds: Math.max(0, Math.ceil((at - now) / 1_000)) })}</Banner>
  );
}
