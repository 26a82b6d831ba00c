import { useTranslations } from 'use-intl';
import { client } from '../api/client';
import { useList } from '../api/list';
import { Commands } from '../command/commands';
import type { FilterChoice } from '../parts/filter-choice';
import { SearchField } from '../parts/search-field';
import { ListPage } from '../shell/list-page';
import { untimedOf } from '../time/search';
import { useAddress } from '../time/use-time';
import { AdminParts } from './admin.parts';
import { type PeopleQuery, type Person, usePeopleColumns } from './people.columns';
import { REGISTER_PERSON } from './people.commands';
import { PersonPeek } from './person.peek';

/** Who owns invoices, who leads whom, and who was seen. People have no axes: they are as they stand. */
export function People() {
  const t = useTranslations('admin');
  const { search, change } = useAddress();
  const query = untimedOf(search) as PeopleQuery;
  const list = useList<Person>('/v1/people', query, ({ signal, ...page }) =>
    client.GET('/v1/people', { params: { query: { ...query, ...page } }, signal }),
  );
  return (
    <ListPage
      title={t('people')}
      list={list}
      columns={usePeopleColumns()}
      choices={useChoices()}
      idOf={({ id }) => id}
      onOpen={({ id }) => change({ _peek: id }, 'replace')}
      above={<AdminParts />}
      actions={
        <>
          <SearchField hint={t('peopleHint')} />
          <Commands commands={[REGISTER_PERSON]} subject={null} />
        </>
      }
      panel={(id) => <PersonPeek id={id} rows={list.rows} />}
    />
  );
}

/** What can be filtered by, as the API names it. */
function useChoices(): FilterChoice[] {
  const t = useTranslations('admin');
  return [
    { name: 'managerId', title: t('manager'), hint: 'anna' },
    { name: 'leadId', title: t('lead'), hint: 'anna' },
    { name: 'seenOn', title: t('seenOn'), hint: '2026-01-01..2026-03-31' },
  ];
}
