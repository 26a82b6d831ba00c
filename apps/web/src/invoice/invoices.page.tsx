import { useNavigate } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';
import { answered, client } from '../api/client';
import { useList } from '../api/list';
import { useMay } from '../api/session';
import { useAllowed } from '../command/allowed';
import { BulkBar, MOST_AT_ONCE } from '../command/bulk-bar';
import { Commands } from '../command/commands';
import { BULK_COMMANDS, type InvoiceRow, thingOf } from '../command/invoice-rows';
import { shownColumns, useLayout } from '../parts/column-layout';
import { Csv } from '../parts/csv';
import { Go } from '../parts/go';
import { useChosen } from '../parts/grid/choosing';
import { SearchField } from '../parts/search-field';
import { sumOf } from '../parts/sums';
import { ListPage } from '../shell/list-page';
import { ListSums } from '../shell/list-sums';
import { askedOf } from '../time/search';
import { useAddress, useTime } from '../time/use-time';
import { amountText } from '../words/formats';
import { askInvoices } from './ask-invoices';
import { useChoices, useGroupings } from './invoice.choices';
import { InvoiceGroups } from './invoice.groups';
import { ISSUE, issuedIn } from './issue.command';
import { InvoicePeek } from './invoice.peek';
import { type InvoiceQuery, useInvoiceColumns } from './invoices.columns';
import styles from './invoices.module.css';
import { useCounting } from './use-counting';
import { useSummary } from './use-summary';

/** Ids that a question takes at once. */
const MOST_IDS = 100;

export function Invoices() {
  const { search } = useAddress();
  return search._group ? <InvoiceGroups by={search._group} /> : <InvoiceList />;
}

function InvoiceList() {
  const t = useTranslations('invoice');
  const navigate = useNavigate();
  const { search } = useAddress();
  const query: InvoiceQuery = askedOf(search);
  const list = useList<InvoiceRow>('/v1/invoices', query, askInvoices(query));
  // Sums look at every invoice: the rows come first.
  const summary = useSummary(query, !list.isPending);
  const { chosen, choose, clear } = useChosen<InvoiceRow>(JSON.stringify(query), ({ id }) => id);
  const allowed = useAllowed(BULK_COMMANDS);
  const locale = useLocale();
  const { time } = useTime();
  const columns = useInvoiceColumns();
  const { layout } = useLayout();
  const shown = shownColumns(columns, search._cols, layout);
  const all = { ...query, limit: MOST_AT_ONCE };
  const chooseAll = async (): Promise<void> => {
    const { body } = await answered(client.GET('/v1/invoices', { params: { query: all } }));
    choose(body.items, true);
  };
  const mayAll = (summary?.count ?? Infinity) <= MOST_AT_ONCE;
  const choosing = {
    ...{ chosen, choose, label: ({ number }: InvoiceRow) => t('choose', { number }) },
    ...(mayAll && { chooseAll }),
  };
  return (
    <ListPage
      title={t('list')}
      list={list}
      columns={columns}
      choices={useChoices()}
      counting={useCounting(query)}
      groupings={useGroupings()}
      idOf={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '/invoices/$id', params: { id } })}
      csv={{ path: '/v1/invoices', query }}
      count={summary?.count}
      sums={summary && <ListSums summary={summary} />}
      actions={
        <>
          <SearchField hint={t('searchHint')} />
          <ToDrafts />
          <ToImports />
          <Commands
            commands={[ISSUE]}
            subject={{}}
            onDone={({ body }) => void navigate({ to: '/invoices/$id', params: { id: issuedIn(body) } })}
          />
        </>
      }
      choosing={allowed.length > 0 ? choosing : undefined}
      bulk={
        <BulkBar
          commands={allowed}
          things={[...chosen.values()].map(thingOf)}
          all={summary?.count}
          {...{ chooseAll, clear }}
          sums={sumsOf([...chosen.values()], locale)}
        >
          {chosen.size <= MOST_IDS && (
            <Csv
              path="/v1/invoices"
              query={{ ...time, sort: query.sort, id: [...chosen.keys()].join(',') }}
              columns={shown.flatMap(({ id, csv = [id] }) => csv)}
            />
          )}
        </BulkBar>
      }
      panel={(id) => <InvoicePeek id={id} rows={list.rows} />}
    />
  );
}

/** Where they are written before they are issued. */
function ToDrafts() {
  const t = useTranslations('draft');
  return (
    <Go to="/invoices/drafts" className={styles.action}>
      {t('list')}
    </Go>
  );
}

/** Where many come from at once. */
function ToImports() {
  const t = useTranslations('imports');
  if (!useMay('POST /v1/imports')) return null;
  return (
    <Go to="/admin/imports" className={styles.action}>
      {t('title')}
    </Go>
  );
}

/** What is open of some of them, currency by currency. */
function sumsOf(rows: readonly InvoiceRow[], locale: string): string {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
  const openIn = (code: string): string =>
    sumOf(rows.filter(({ currency }) => currency === code).map(({ open }) => open));
  return currencies.map((code) => `${amountText(openIn(code), locale)} ${code}`).join(' · ');
}
