import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { client } from '../api/client';
import { useList } from '../api/list';
import { useMe } from '../api/session';
import { Commands } from '../command/commands';
import { Waiting } from '../parts/empty';
import { Go } from '../parts/go';
import { Pairs } from '../parts/pairs';
import { Peek } from '../parts/peek';
import { Trouble } from '../parts/trouble';
import { ListPage } from '../shell/list-page';
import { ListSums } from '../shell/list-sums';
import { askedOf } from '../time/search';
import { useAddress } from '../time/use-time';
import { useChoices } from './customer.choices';
import { REGISTER } from './customer.commands';
import { CustomerGroups, useCounting, useGroupings } from './customer.groups';
import { Exposure } from './exposure';
import { AMOUNTS, type CustomerQuery, type CustomerRow, useCustomerColumns } from './customers.columns';
import { useCustomer } from './use-customer';
import { useSummary } from './use-summary';

export function Customers() {
  const { search } = useAddress();
  return search._group ? <CustomerGroups by={search._group} /> : <CustomerList />;
}

function CustomerList() {
  const t = useTranslations('customer');
  const navigate = useNavigate();
  const { search, change } = useAddress();
  const { currencies } = useMe().entity;
  const query: CustomerQuery = askedOf(search);
  const list = useList<CustomerRow>('/v1/customers', query, ({ signal, ...page }) =>
    client.GET('/v1/customers', { params: { query: { ...query, ...page } }, signal }),
  );
  const summary = useSummary(query);
  const { balanceCurrency } = search;
  const sort = (by: string | undefined): void => {
    // Amounts are in order within one currency: that of the first one in sight, until somebody chooses another.
    const needs =
      by !== undefined &&
      AMOUNTS.some((amount) => by.split(',').includes(amount) || by.includes(`-${amount}`));
    const seen = list.first?.body.items.flatMap(({ balances }) => balances)[0]?.currency;
    change({ sort: by, ...(needs && { balanceCurrency: balanceCurrency ?? seen ?? currencies[0]?.code }) });
  };
  return (
    <ListPage
      title={t('list')}
      list={list}
      columns={useCustomerColumns(balanceCurrency)}
      choices={useChoices()}
      counting={useCounting(query)}
      groupings={useGroupings()}
      idOf={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '/customers/$id', params: { id } })}
      onSort={sort}
      count={summary?.count}
      sums={summary && <ListSums summary={summary} />}
      csv={{ path: '/v1/customers', query }}
      actions={<Commands commands={[REGISTER]} subject={null} />}
      panel={(id) => <CustomerPeek id={id} list={list} />}
    />
  );
}

function CustomerPeek({ id, list }: { id: string; list: ReturnType<typeof useList<CustomerRow>> }) {
  const t = useTranslations('customer');
  const parts = useTranslations('parts');
  const shell = useTranslations('shell');
  const { change } = useAddress();
  const { data, error } = useCustomer(id);
  const customer = data?.body.id === id ? data.body : undefined;
  return (
    <Peek<CustomerRow>
      title={customer?.name ?? id}
      rows={list.rows}
      is={(row) => row.id === id}
      onRow={(row) => change({ _peek: row?.id }, 'replace')}
    >
      {error && <Trouble error={error} />}
      {!customer && !error && <Waiting label={shell('loading')} />}
      {customer && (
        <>
          <Go to="/customers/$id" params={{ id }}>
            {parts('openPage')}
          </Go>
          <Exposure customer={customer} look="list" />
          <Pairs
            pairs={[
              [t('id'), id],
              [t('owner'), customer.ownerId],
              [t('email'), customer.email],
              [t('phone'), customer.phone],
            ]}
          />
        </>
      )}
    </Peek>
  );
}
