import { useLocale, useTranslations } from 'use-intl';
import { client } from '../api/client';
import { wordOf } from '../parts/filter-choice';
import { GroupPage } from '../shell/group-page';
import { ListSums } from '../shell/list-sums';
import { weekOf } from '../time/days';
import { filtersOf, type Search } from '../time/search';
import { useAddress, useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import { useChoices, useGroupings } from './invoice.choices';
import { useCounting } from './use-counting';
import { useSummary } from './use-summary';

/** Invoices by customer, owner, bucket, week or status. */
export function InvoiceGroups({ by }: { by: string }) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  const { search } = useAddress();
  const { time } = useTime();
  const query = { ...filtersOf(search), ...time };
  const summary = useSummary(query);
  const choices = useChoices();
  return (
    <GroupPage
      title={t('list')}
      to="/invoices"
      path="/v1/invoices/groups"
      by={by}
      ask={(page, signal) =>
        client.GET('/v1/invoices/groups', { params: { query: { ...query, ...page } }, signal })
      }
      // Of an invoice in instalments a bucket has some: what is open in the bucket is less than what is open.
      amounts={[
        [by === 'bucket' ? 'aged' : 'open', t('open')],
        ['overdue', t('overdueSum')],
        ['total', t('total')],
        ['paid', t('paid')],
      ]}
      wordOf={(value) =>
        by === 'dueWeek'
          ? t('weekFrom', { day: dayText(weekOf(value).from, locale) })
          : wordOf(
              choices.find(({ name }) => name === by),
              value,
            )
      }
      rowsOf={(value, currency): Search => {
        if (by !== 'dueWeek') return { [by]: value, currency };
        const { from, to } = weekOf(value);
        return { agreedDueOn: `${from}..${to}`, currency };
      }}
      choices={choices}
      counting={useCounting(query)}
      groupings={useGroupings()}
      sums={summary && <ListSums summary={summary} />}
    />
  );
}
