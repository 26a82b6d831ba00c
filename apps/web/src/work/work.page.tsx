import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { client } from '../api/client';
import { useList } from '../api/list';
import type { FilterChoice } from '../parts/filter-choice';
import { SearchField } from '../parts/search-field';
import { ListPage } from '../shell/list-page';
import { askedOf } from '../time/search';
import { useAddress } from '../time/use-time';
import { MailsWaiting } from './mails-waiting';
import { useWorkColumns } from './work.columns';
import { WorkCount, WorkCounts } from './work.counts';
import { KINDS, type KindWord, placeOf, thingOf, type WorkItem, type WorkQuery } from './work.kinds';
import { WorkPeek } from './work.peek';

/** What is to be done today and why, the most urgent first. */
export function Work() {
  const t = useTranslations('work');
  const navigate = useNavigate();
  const { search } = useAddress();
  const query: WorkQuery = askedOf(search);
  const list = useList<WorkItem>('/v1/work', query, ({ signal, ...page }) =>
    client.GET('/v1/work', { params: { query: { ...query, ...page } }, signal }),
  );
  return (
    <ListPage
      title={t('list')}
      list={list}
      columns={useWorkColumns()}
      choices={useChoices()}
      idOf={({ id }) => id}
      onOpen={(item) => {
        const place = placeOf(item) ?? thingOf(item);
        if (place) void navigate(place as never);
      }}
      sums={<WorkCount search={search} />}
      csv={{ path: '/v1/work', query }}
      above={
        <>
          <MailsWaiting />
          <WorkCounts search={search} />
        </>
      }
      actions={<SearchField hint={t('searchHint')} />}
      panel={(id) => <WorkPeek id={id} rows={list.rows} />}
    />
  );
}

/** What can be filtered by, as the API names it. */
function useChoices(): FilterChoice[] {
  const t = useTranslations('work');
  return [
    {
      ...{ name: 'kind', title: t('kind') },
      values: Object.entries(KINDS).map(([kind, word]: [string, KindWord]) => [kind, t(`kinds.${word}`)]),
    },
    { name: 'ownerId', title: t('owner'), hint: 'anna' },
    { name: 'customerId', title: t('customer'), hint: 'C-100' },
    { name: 'amount', title: t('amount') },
    { name: 'currency', title: t('currency'), hint: 'EUR' },
    { name: 'since', title: t('since'), hint: '2026-01-01..2026-03-31' },
  ];
}
