import { useTranslations } from 'use-intl';
import { useMay } from '../api/session';
import { Go } from '../parts/go';

/** Where nothing was recorded yet: to the imports, for whoever may send a file. */
export function ImportFile() {
  const t = useTranslations('overview');
  if (!useMay('POST /v1/imports')) return null;
  return (
    <p>
      <Go to="/admin/imports">{t('importFile')}</Go>
    </p>
  );
}
