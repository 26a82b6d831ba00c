import { useLocale, useTranslations } from 'use-intl';
import type { paths } from '../api/schema';
import { Go } from '../parts/go';
import type { Column } from '../parts/grid/grid';
import { dayText } from '../words/formats';

export type PeopleQuery = NonNullable<paths['/v1/people']['get']['parameters']['query']>;
export type Person =
  paths['/v1/people']['get']['responses'][200]['content']['application/json']['items'][number];

/** What a person does here; rights come from their token. */
export function usePeopleColumns(): Column<Person>[] {
  const t = useTranslations('admin');
  const locale = useLocale();
  return [
    {
      ...{ id: 'id', title: t('person'), width: 140, sorts: true, narrow: 1 },
      cell: ({ id }) => (
        <Go to="/admin/people" search={{ _peek: id }}>
          {id}
        </Go>
      ),
    },
    {
      ...{ id: 'name', title: t('name'), width: 180, grows: true, sorts: true, narrow: 1 },
      cell: ({ name }) => name ?? '–',
    },
    { ...{ id: 'email', title: t('email'), width: 220, spare: true }, cell: ({ email }) => email ?? '–' },
    {
      ...{ id: 'roles', title: t('roles'), width: 150, narrow: 2 },
      cell: ({ roles }) => roles.join(', ') || '–',
    },
    {
      ...{ id: 'managerId', title: t('manager'), width: 120, sorts: true, narrow: 2 },
      cell: ({ managerId }) => managerId ?? '–',
    },
    {
      ...{ id: 'leadId', title: t('lead'), width: 120, sorts: true, spare: true },
      cell: ({ leadId }) => leadId ?? '–',
    },
    {
      ...{ id: 'alerts', title: t('alerts'), width: 150, sorts: true, spare: true },
      cell: ({ alerts, language }) => t('alertWays', { alerts, language: language ?? 'en' }),
    },
    {
      ...{ id: 'seenOn', title: t('seenOn'), width: 120, sorts: true, spare: true },
      cell: ({ seenOn }) => (seenOn === null ? '–' : dayText(seenOn, locale)),
    },
  ];
}
