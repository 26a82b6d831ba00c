import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../api/problem';
import { Empty, Waiting } from '../parts/empty';
import { Trouble } from '../parts/trouble';
import { Page } from './page';

interface Props {
  title: string;
  error: Error | null;
  retry: () => void;
  /** That it was not known, where the reader stands. */
  unknown: string;
  /** What to do then. */
  hint?: ReactNode;
}

export const isUnknown = (error: Error | null): boolean => error instanceof Problem && error.status === 404;

/** The page of a thing that is not there: on its way, not known at the place asked for, or in trouble. */
export function NotThere({ title, error, retry, unknown, hint }: Props) {
  const t = useTranslations('shell');
  return (
    <Page title={title}>
      {isUnknown(error) && <Empty title={unknown}>{hint}</Empty>}
      {error && !isUnknown(error) && <Trouble error={error} retry={retry} />}
      {!error && <Waiting label={t('loading')} />}
    </Page>
  );
}
