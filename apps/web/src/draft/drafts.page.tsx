import { useNavigate } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';
import { Commands } from '../command/commands';
import { Waiting } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import type { Column, Rows } from '../parts/grid/grid';
import { Pairs } from '../parts/pairs';
import { Peek } from '../parts/peek';
import { SearchField } from '../parts/search-field';
import { Trouble } from '../parts/trouble';
import { ListPage } from '../shell/list-page';
import { untimedOf } from '../time/search';
import { useAddress } from '../time/use-time';
import { dayText } from '../words/formats';
import styles from './draft.module.css';
import { draftCommands, WRITE_DRAFT } from './draft.commands';
import { type DraftRow, useDraft, useDraftCounting, useDrafts } from './use-drafts';

/** Invoices before they are issued: written, approved by somebody, given a number. */
export function Drafts() {
  const t = useTranslations('draft');
  const { search, change } = useAddress();
  const list = useDrafts(search);
  const peek = (id: string): void => change({ _peek: id, _do: undefined }, 'replace');
  return (
    <ListPage
      title={t('list')}
      list={list}
      columns={useColumns()}
      choices={[
        { name: 'status', title: t('state'), values: Object.entries(useStates()), facet: true },
        { name: 'customerId', title: t('customer'), hint: 'C-100', facet: true },
        { name: 'currency', title: t('currency'), hint: 'EUR', facet: true },
        { name: 'total', title: t('total') },
        { name: 'createdOn', title: t('createdOn'), hint: '2026-01-01..2026-03-31' },
      ]}
      counting={useDraftCounting(search)}
      idOf={({ id }) => id}
      onOpen={({ id }) => peek(id)}
      csv={{ path: '/v1/drafts', query: untimedOf(search) }}
      actions={
        <>
          <SearchField hint={t('searchHint')} />
          <Commands
            commands={[WRITE_DRAFT]}
            subject={null}
            onDone={({ body }) => peek((body as { id: string }).id)}
          />
        </>
      }
      panel={(id) => <DraftPeek id={id} rows={list.rows} />}
    />
  );
}

function useStates(): Record<string, string> {
  const t = useTranslations('draft');
  return Object.fromEntries(
    (['draft', 'approved', 'issued', 'discarded'] as const).map((one) => [one, t(`status.${one}`)]),
  );
}

function useColumns(): Column<DraftRow>[] {
  const t = useTranslations('draft');
  const locale = useLocale();
  const states = useStates();
  return [
    {
      ...{ id: 'createdOn', title: t('createdOn'), width: 120, sorts: true, narrow: 2 },
      cell: ({ createdOn }) => dayText(createdOn, locale),
    },
    {
      ...{ id: 'customerName', title: t('customer'), width: 140, grows: true, sorts: true, narrow: 1 },
      csv: ['customerId', 'customerName'],
      cell: ({ customerName, customerId }) => <span title={customerId}>{customerName ?? customerId}</span>,
    },
    {
      ...{ id: 'status', title: t('state'), width: 120, sorts: true, narrow: 2 },
      cell: ({ status }) => states[status] ?? status,
    },
    {
      ...{ id: 'issuedOn', title: t('issuedOn'), width: 120, sorts: true },
      cell: ({ issuedOn }) => dayText(issuedOn, locale),
    },
    {
      ...{ id: 'total', title: t('total'), width: 150, align: 'end', sorts: true, narrow: 1 },
      csv: ['total', 'currency'],
      cell: ({ total, currency }) => <Amount amount={total} currency={currency} />,
    },
    { ...{ id: 'createdBy', title: t('createdBy'), width: 120, sorts: true }, cell: (row) => row.createdBy },
    {
      ...{ id: 'approvedBy', title: t('approvedBy'), width: 120, sorts: true },
      cell: ({ approvedBy }) => approvedBy ?? '–',
    },
    { ...{ id: 'number', title: t('number'), width: 130, sorts: true }, cell: (row) => <Issued {...row} /> },
  ];
}

/** The invoice that it became. */
function Issued({ invoiceId, number }: Pick<DraftRow, 'invoiceId' | 'number'>) {
  if (invoiceId === null) return '–';
  return (
    <Go to="/invoices/$id" params={{ id: invoiceId }}>
      {number}
    </Go>
  );
}

function DraftPeek({ id, rows }: { id: string; rows: Rows<DraftRow> }) {
  const t = useTranslations('draft');
  const locale = useLocale();
  const navigate = useNavigate();
  const states = useStates();
  const { change } = useAddress();
  const { data, error } = useDraft(id);
  const draft = data?.body.id === id ? data.body : undefined;
  return (
    <Peek<DraftRow>
      title={t('one')}
      rows={rows}
      is={(row) => row.id === id}
      onRow={(row) => change({ _peek: row?.id }, 'replace')}
    >
      {error && !draft && <Trouble error={error} />}
      {!draft && !error && <Waiting label={t('one')} />}
      {draft && (
        <>
          <Pairs
            pairs={[
              [t('state'), states[draft.status] ?? draft.status],
              [
                t('customer'),
                <Go key="customer" to="/customers/$id" params={{ id: draft.customerId }}>
                  <span title={draft.customerId}>{draft.customerName ?? draft.customerId}</span>
                </Go>,
              ],
              [t('total'), <Amount key="total" amount={draft.total} currency={draft.currency} />],
              [t('issuedOn'), dayText(draft.issuedOn, locale)],
              [t('dueOn'), draft.content.dueOn && dayText(draft.content.dueOn, locale)],
              [t('createdBy'), draft.createdBy],
              [t('approvedBy'), draft.approvedBy],
              [t('number'), draft.invoiceId !== null && <Issued key="number" {...draft} />],
              [t('notes'), draft.notes],
            ]}
          />
          <div className={styles.acts} data-screen-only>
            <Commands
              commands={draftCommands(draft)}
              subject={draft}
              seen={data?.head.etag}
              onDone={({ body }, { name }) => {
                const { invoiceId } = body as { invoiceId?: string };
                if (name === 'issue' && invoiceId)
                  void navigate({ to: '/invoices/$id', params: { id: invoiceId } });
              }}
            />
          </div>
        </>
      )}
    </Peek>
  );
}
