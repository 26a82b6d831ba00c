import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMay } from '../api/session';
import { FileDrop } from '../parts/file-drop';
import { Go } from '../parts/go';
import { takeAlong } from '../shell/file-taken';

/** Where nothing was recorded yet: to the imports, for whoever may send a file. One that is dropped here is taken along. */
export function ImportFile() {
  const t = useTranslations('overview');
  const navigate = useNavigate();
  if (!useMay('POST /v1/imports')) return null;
  return (
    <FileDrop
      onFile={(file) => {
        takeAlong(file);
        void navigate({ to: '/admin/imports' });
      }}
    >
      <Go to="/admin/imports">{t('importFile')}</Go>
      <span>{t('dropFile')}</span>
    </FileDrop>
  );
}
