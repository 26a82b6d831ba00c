import { Navigate, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { Empty, Waiting } from '../parts/empty';
import { Go } from '../parts/go';
import { Trouble } from '../parts/trouble';
import { Page } from '../shell/page';
import { useAddress, useTime } from '../time/use-time';

/** The address of an invoice as people know it: opens the invoice of that number, as it is written on paper. */
export function InvoiceByNumber() {
  const t = useTranslations('invoice');
  const shell = useTranslations('shell');
  const { number } = useParams({ from: '/invoices/number/$number' });
  const { search } = useAddress();
  const { time } = useTime();
  const query = { ...time, number, limit: 2 };
  const { data, error, refetch } = useAsk('/v1/invoices', query, (signal) =>
    client.GET('/v1/invoices', { params: { query }, signal }),
  );
  const found = data?.body.items ?? [];
  // A comma parts several numbers: those are rows of the list.
  if (found.length > 1) return <Navigate to="/invoices" search={{ number } as never} replace />;
  if (found[0])
    return <Navigate to="/invoices/$id" params={{ id: found[0].id }} search={search as never} replace />;
  return (
    <Page title={number}>
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting label={shell('loading')} />}
      {data && (
        <Empty title={t('noNumber', { number })}>
          <Go to="/invoices" search={{ q: number }}>
            {t('searchNumber')}
          </Go>
        </Empty>
      )}
    </Page>
  );
}
