import { useNavigate } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';
import { client } from '../api/client';
import { useList } from '../api/list';
import type { paths } from '../api/schema';
import { Commands } from '../command/commands';
import { CONFIRM_ESCALATIONS } from '../command/first-run';
import { useChaseWords } from '../parts/chase-words';
import { Amount } from '../parts/figure';
import type { FilterChoice } from '../parts/filter-choice';
import { Go } from '../parts/go';
import type { Column } from '../parts/grid/grid';
import { SearchField } from '../parts/search-field';
import { ListPage } from '../shell/list-page';
import { askedOf } from '../time/search';
import { useAddress } from '../time/use-time';
import { dayText } from '../words/formats';
import { RemindersNav } from './reminders.nav';

type Blocked =
  paths['/v1/dunning/blocked']['get']['responses'][200]['content']['application/json']['items'][number];
type BlockedQuery = NonNullable<paths['/v1/dunning/blocked']['get']['parameters']['query']>;

/** What holds reminders up, and since when. */
export function BlockedReminders() {
  const t = useTranslations('mail');
  const navigate = useNavigate();
  const { search } = useAddress();
  const query: BlockedQuery = askedOf(search);
  const list = useList<Blocked>('/v1/dunning/blocked', query, ({ signal, ...page }) =>
    client.GET('/v1/dunning/blocked', { params: { query: { ...query, ...page } }, signal }),
  );
  return (
    <ListPage
      title={t('blocked')}
      list={list}
      columns={useColumns()}
      choices={useChoices()}
      idOf={({ id }) => id}
      onOpen={({ invoiceId }) =>
        void navigate({
          ...{ to: '/invoices/$id', params: { id: invoiceId } },
          search: { _tab: 'reminders' } as never,
        })
      }
      csv={{ path: '/v1/dunning/blocked', query }}
      above={<RemindersNav />}
      actions={
        <>
          {search.code === 'not-confirmed' && (
            <Commands commands={[CONFIRM_ESCALATIONS]} subject={{}} of="held" />
          )}
          <SearchField hint={t('blockedHint')} />
        </>
      }
    />
  );
}

function useColumns(): Column<Blocked>[] {
  const t = useTranslations('mail');
  const locale = useLocale();
  const words = useChaseWords();
  return [
    {
      ...{ id: 'number', title: t('invoice'), width: 150, sorts: true, narrow: 1 },
      cell: ({ invoiceId, number }) => (
        <Go to="/invoices/$id" params={{ id: invoiceId }} search={{ _tab: 'reminders' }}>
          {number}
        </Go>
      ),
    },
    {
      ...{ id: 'customerName', title: t('customer'), width: 200, sorts: true, narrow: 2 },
      csv: ['customerId', 'customerName'],
      cell: ({ customerId, customerName }) => (
        <Go to="/customers/$id" params={{ id: customerId }}>
          {customerName ?? customerId}
        </Go>
      ),
    },
    {
      ...{ id: 'code', title: t('why'), width: 220, grows: true, sorts: true, narrow: 2 },
      cell: ({ code }) => words.why(code),
    },
    {
      ...{ id: 'since', title: t('since'), width: 120, sorts: true },
      cell: ({ since }) => dayText(since, locale),
    },
    {
      ...{ id: 'step', title: t('step'), width: 220, sorts: true },
      cell: ({ step }) => words.step(step),
    },
    {
      ...{ id: 'agreedDueOn', title: t('dueOn'), width: 130, sorts: true },
      cell: ({ agreedDueOn }) => dayText(agreedDueOn, locale),
    },
    {
      ...{ id: 'open', title: t('open'), width: 140, align: 'end', sorts: true, narrow: 1 },
      csv: ['open', 'currency'],
      cell: ({ open, currency }) => <Amount amount={open} currency={currency} />,
    },
  ];
}

/** Reasons that hold a step up until they are gone, as the API names them. */
const REASONS = [
  ...['disputed', 'promised', 'on-plan', 'extended', 'paused', 'insolvent', 'in-collection'],
  ...['below-minimum', 'unapplied-cash', 'open-credit', 'in-transit', 'not-confirmed'],
];

function useChoices(): FilterChoice[] {
  const t = useTranslations('mail');
  const parts = useTranslations('parts');
  const { why } = useChaseWords();
  return [
    { name: 'code', title: t('why'), values: REASONS.map((code): [string, string] => [code, why(code)]) },
    { name: 'customerId', title: t('customer'), hint: 'C-100' },
    { name: 'since', title: t('since'), hint: '2026-01-01..2026-03-31' },
    { name: 'open', title: t('open') },
    { name: 'currency', title: parts('currency'), hint: 'EUR' },
  ];
}
