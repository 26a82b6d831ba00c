import { useNavigate } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useList } from '../api/list';
import type { paths } from '../api/schema';
import { useMe } from '../api/session';
import type { FilterChoice } from '../parts/filter-choice';
import { Go } from '../parts/go';
import type { Column } from '../parts/grid/grid';
import { SearchField } from '../parts/search-field';
import { ListPage } from '../shell/list-page';
import { askedOf } from '../time/search';
import { useAddress, useTime } from '../time/use-time';
import { dayText, instantText } from '../words/formats';
import { isCompared, otherPlaceOf } from './compare.question';
import { CompareWith } from './compare-with';
import { ListCompare } from './list-compare';
import { ReportsNav } from './reports.nav';
import { readable } from '../parts/readable';

type Asked = paths['/v1/reports/late-recorded']['get'];
type Query = NonNullable<Asked['parameters']['query']>;
type Row = Asked['responses'][200]['content']['application/json']['items'][number];

/** Facts that were recorded long after the day from which they count. */
export function LateRecorded() {
  const { search } = useAddress();
  return isCompared(search) ? <Compared /> : <Rows />;
}

function Rows() {
  const t = useTranslations('reporting.late');
  const navigate = useNavigate();
  const { search } = useAddress();
  const { day } = useTime();
  const { days, ...asked } = askedOf(search);
  // As of a day, so that the answer says its instant: it can be fixed.
  const query: Query = { asOf: day, ...asked, ...(days !== undefined && { days: Number(days) }) };
  const list = useList<Row>('/v1/reports/late-recorded', query, ({ signal, ...page }) =>
    client.GET('/v1/reports/late-recorded', { params: { query: { ...query, ...page } }, signal }),
  );
  return (
    <ListPage
      title={t('title')}
      list={list}
      columns={useColumns()}
      choices={useChoices()}
      idOf={({ id }) => id}
      onOpen={({ invoiceId, customerId }) => {
        if (invoiceId !== null) void navigate({ to: '/invoices/$id', params: { id: invoiceId } });
        else if (customerId !== null) void navigate({ to: '/customers/$id', params: { id: customerId } });
      }}
      actions={
        <>
          <SearchField hint={t('searchHint')} />
          <CompareWith />
        </>
      }
      csv={{ path: '/v1/reports/late-recorded', query: { asOf: day, ...askedOf(search) } }}
      above={<ReportsNav of="late" />}
    />
  );
}

/** The same at two places. */
function Compared() {
  const t = useTranslations('reporting.late');
  const { search } = useAddress();
  const { day } = useTime();
  const { days, sort: _sort, ...asked } = askedOf(search);
  const columns = useColumns();
  const query = {
    ...{ asOf: day, ...asked, ...otherPlaceOf(search) },
    ...(days !== undefined && { days: Number(days) }),
  };
  const compared = useAsk('/v1/reports/late-recorded/compare', query, (signal) =>
    client.GET('/v1/reports/late-recorded/compare', { params: { query }, signal }),
  );
  return <ListCompare title={t('title')} of="late" asked={compared} columns={() => columns} />;
}

function useColumns(): Column<Row>[] {
  const t = useTranslations('reporting.late');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  return [
    {
      ...{ id: 'daysLate', title: t('days'), width: 90, align: 'end', sorts: true, narrow: 1 },
      cell: ({ daysLate }) => t('daysLate', { days: daysLate }),
    },
    {
      ...{ id: 'effectiveOn', title: t('effectiveOn'), width: 124, sorts: true, narrow: 2 },
      cell: ({ effectiveOn }) => dayText(effectiveOn, locale),
    },
    {
      ...{ id: 'recordedAt', title: t('recordedAt'), width: 210, narrow: 2 },
      cell: ({ id, recordedAt }) => (
        <Go to="/facts/$position" params={{ position: id }}>
          {instantText(recordedAt, locale, timeZone)}
        </Go>
      ),
    },
    { ...{ id: 'actor', title: t('actor'), width: 110, sorts: true }, cell: ({ actor }) => actor },
    {
      ...{ id: 'sentence', title: t('sentence'), width: 260, grows: true, narrow: 1 },
      cell: ({ sentence }) => <span title={readable(sentence)}>{readable(sentence)}</span>,
    },
    {
      ...{ id: 'customerName', title: t('customer'), width: 150, sorts: true },
      csv: ['customerId', 'customerName'],
      cell: ({ customerId, customerName }) =>
        customerId === null ? (
          '–'
        ) : (
          <Go to="/customers/$id" params={{ id: customerId }}>
            <span title={customerId}>{customerName ?? customerId}</span>
          </Go>
        ),
    },
    {
      ...{ id: 'invoiceId', title: t('invoice'), width: 90 },
      cell: ({ invoiceId }) =>
        invoiceId === null ? (
          '–'
        ) : (
          <Go to="/invoices/$id" params={{ id: invoiceId }}>
            {t('open')}
          </Go>
        ),
    },
  ];
}

function useChoices(): FilterChoice[] {
  const t = useTranslations('reporting.late');
  return [
    { name: 'days', title: t('atLeast'), hint: '60' },
    { name: 'actor', title: t('actor'), hint: 'anna' },
    { name: 'effectiveOn', title: t('effectiveOn'), hint: '2026-01-01..2026-03-31' },
    { name: 'customerId', title: t('customer'), hint: 'C-100' },
    { name: 'type', title: t('type'), hint: 'PaymentReceived' },
  ];
}
