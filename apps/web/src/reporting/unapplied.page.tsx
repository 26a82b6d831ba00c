import { useNavigate } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useList } from '../api/list';
import type { paths } from '../api/schema';
import type { FilterChoice } from '../parts/filter-choice';
import { figureOf } from '../parts/explanation';
import { Amount, Figure } from '../parts/figure';
import { Go } from '../parts/go';
import type { Column } from '../parts/grid/grid';
import { SearchField } from '../parts/search-field';
import { isSome } from '../parts/sums';
import { whose } from '../parts/whose';
import { ListPage } from '../shell/list-page';
import { daysBetween } from '../time/days';
import { askedOf, filtersOf } from '../time/search';
import { useAddress, useTime } from '../time/use-time';
import { countText, dayText } from '../words/formats';
import { type At, isCompared, otherPlaceOf } from './compare.question';
import { CompareWith } from './compare-with';
import { ListCompare } from './list-compare';
import { ReportsNav } from './reports.nav';

type Asked = paths['/v1/payments']['get'];
type Query = NonNullable<Asked['parameters']['query']>;
type Row = Asked['responses'][200]['content']['application/json']['items'][number];

/** Of what settles nothing, all of it. */
const SOME = { unapplied: '0.01..' };

/** Money that was received and settles no invoice, the oldest first. */
export function Unapplied() {
  const { search } = useAddress();
  return isCompared(search) ? <Compared /> : <Rows />;
}

function Rows() {
  const t = useTranslations('reporting.unapplied');
  const navigate = useNavigate();
  const { search } = useAddress();
  const { day } = useTime();
  // As of a day, so that the answer says its instant: it can be fixed.
  const query: Query = { ...SOME, sort: 'receivedOn', asOf: day, ...askedOf(search) };
  const list = useList<Row>('/v1/payments', query, ({ signal, ...page }) =>
    client.GET('/v1/payments', { params: { query: { ...query, ...page } }, signal }),
  );
  return (
    <ListPage
      title={t('title')}
      list={list}
      columns={useColumns()}
      choices={useChoices()}
      idOf={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '/payments/$id', params: { id } })}
      sums={<Sums />}
      actions={
        <>
          <SearchField hint={t('searchHint')} />
          <CompareWith />
        </>
      }
      csv={{ path: '/v1/payments', query }}
      above={<ReportsNav of="unapplied" />}
    />
  );
}

/** The same at two places. */
function Compared() {
  const t = useTranslations('reporting.unapplied');
  const { search } = useAddress();
  const { day } = useTime();
  const { sort: _sort, ...asked } = askedOf(search);
  const columns = useColumns();
  // Each amount opens to its facts at its own place.
  const explained = (at: At) =>
    columns.map((column) => (column.id === 'unapplied' ? { ...column, cell: free(at) } : column));
  const query = { ...SOME, asOf: day, ...asked, ...otherPlaceOf(search) };
  const compared = useAsk('/v1/payments/compare', query, (signal) =>
    client.GET('/v1/payments/compare', { params: { query }, signal }),
  );
  return <ListCompare title={t('title')} of="unapplied" asked={compared} columns={explained} />;
}

/** How many payments, and what of them settles nothing, of each currency. */
function Sums() {
  const t = useTranslations('reporting.unapplied');
  const { search } = useAddress();
  const { time, day } = useTime();
  const filters = { ...SOME, ...filtersOf(search) };
  const query: Query = { ...filters, ...time, asOf: day };
  const { data } = useAsk('/v1/payments/summary', query, (signal) =>
    client.GET('/v1/payments/summary', { params: { query }, signal }),
  );
  if (!data) return null;
  const { count, currencies } = data.body;
  return (
    <>
      <span>
        <Figure value={{ count }} explain={{ to: '/payments', search: filters }} /> {t('payments', { count })}
      </span>
      {currencies
        .filter(({ unapplied }) => isSome(unapplied))
        .map(({ currency, unapplied }) => (
          <Figure
            key={currency}
            value={{ amount: unapplied, currency }}
            explain={{ to: '/payments', search: { ...filters, currency, sort: '-unapplied' } }}
            label={t('unapplied')}
          />
        ))}
    </>
  );
}

/** What is free of a payment, at a place or where the page stands. */
const free = (at?: At) => (row: Row) => (
  <Figure value={{ amount: row.unapplied }} explain={{ ...figureOf('payment', row, 'unapplied'), ...at }} />
);

function useColumns(): Column<Row>[] {
  const t = useTranslations('reporting.unapplied');
  const locale = useLocale();
  const { day } = useTime();
  return [
    {
      ...{ id: 'receivedOn', title: t('receivedOn'), width: 124, sorts: true, narrow: 2 },
      cell: ({ id, receivedOn }) => (
        <Go to="/payments/$id" params={{ id }}>
          {dayText(receivedOn, locale)}
        </Go>
      ),
    },
    {
      ...{ id: 'age', title: t('age'), width: 90, align: 'end', csv: [] },
      cell: ({ receivedOn }) => countText(daysBetween(receivedOn, day), locale),
    },
    {
      ...{ id: 'customerName', title: t('customer'), width: 150, grows: true, sorts: true, narrow: 1 },
      csv: ['customerId', 'customerName'],
      cell: (row) => {
        const id = row.customerId ?? row.payerId;
        return id === null ? (
          t('nobody')
        ) : (
          <Go to="/customers/$id" params={{ id }}>
            <span title={id}>{whose(row)}</span>
          </Go>
        );
      },
    },
    {
      ...{ id: 'reference', title: t('reference'), width: 180, grows: true, sorts: true },
      cell: ({ reference }) => reference ?? '–',
    },
    {
      ...{ id: 'received', title: t('received'), width: 120, align: 'end', sorts: true },
      cell: ({ received }) => <Amount amount={received} />,
    },
    {
      ...{ id: 'unapplied', title: t('unapplied'), width: 120, align: 'end', sorts: true, narrow: 1 },
      cell: free(),
    },
    {
      ...{ id: 'currency', title: t('currency'), width: 76, sorts: true, narrow: 2 },
      cell: ({ currency }) => currency,
    },
  ];
}

function useChoices(): FilterChoice[] {
  const t = useTranslations('reporting.unapplied');
  return [
    { name: 'unapplied', title: t('unapplied') },
    { name: 'receivedOn', title: t('receivedOn'), hint: '2026-01-01..2026-03-31' },
    { name: 'customerId', title: t('customer'), hint: 'C-100' },
    { name: 'currency', title: t('currency'), hint: 'EUR' },
  ];
}
