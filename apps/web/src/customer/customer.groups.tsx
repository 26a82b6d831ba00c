import { useTranslations } from 'use-intl';
import { client } from '../api/client';
import { Waiting } from '../parts/empty';
import type { Counting } from '../parts/facet-values';
import type { Grouping } from '../parts/grouping';
import { GroupPage } from '../shell/group-page';
import { ListSums } from '../shell/list-sums';
import { filtersOf } from '../time/search';
import { useAddress, useTime } from '../time/use-time';
import { useChoices } from './customer.choices';
import { AMOUNTS, type CustomerQuery } from './customers.columns';
import { useSummary } from './use-summary';

/** What customers can be put together by. */
export function useGroupings(): Grouping[] {
  const t = useTranslations('customer');
  return [
    ['ownerId', t('owner')],
    ['segment', t('segment')],
    ['language', t('language')],
  ];
}

/** How many customers have which value of a filter. */
export function useCounting({
  sort: _sort,
  limit: _limit,
  cursor: _cursor,
  ...query
}: CustomerQuery): Counting {
  const path = '/v1/customers/facets';
  return {
    ...{ path, asked: query },
    ask: (of, signal) => client.GET(path, { params: { query: { ...query, of } }, signal }),
  };
}

/** In the currency that the address names, or the one that most customers owe in. */
export function CustomerGroups({ by }: { by: string }) {
  const t = useTranslations('customer');
  const { search } = useAddress();
  const { time } = useTime();
  const { balanceCurrency } = search;
  const summary = useSummary({ ...filtersOf(search), ...time });
  if (!summary && balanceCurrency === undefined) return <Waiting label={t('list')} lines={12} />;
  const most = summary?.currencies.toSorted((a, b) => b.count - a.count)[0]?.currency;
  return <GroupsIn by={by} balanceCurrency={balanceCurrency ?? most} />;
}

/** Customers by owner, segment or language, with amounts of one currency: the list of a group then shows exactly its customers. */
function GroupsIn({ by, balanceCurrency }: { by: string; balanceCurrency: string | undefined }) {
  const t = useTranslations('customer');
  const { search } = useAddress();
  const { time } = useTime();
  const query = { ...filtersOf(search), ...time, ...(balanceCurrency && { balanceCurrency }) };
  const summary = useSummary(query);
  return (
    <GroupPage
      title={t('list')}
      to="/customers"
      path="/v1/customers/groups"
      by={by}
      ask={(page, signal) =>
        client.GET('/v1/customers/groups', { params: { query: { ...query, ...page } }, signal })
      }
      asked={{ balanceCurrency }}
      amounts={AMOUNTS.map((name) => [name, t(name)])}
      wordOf={(value) => value}
      rowsOf={(value, currency) => ({ [by]: value, balanceCurrency: currency })}
      choices={useChoices()}
      counting={useCounting(query)}
      groupings={useGroupings()}
      sums={summary && <ListSums summary={summary} />}
    />
  );
}
