import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { client, spoken } from '../api/client';
import { useList } from '../api/list';
import type { FilterChoice } from '../parts/filter-choice';
import { ListPage } from '../shell/list-page';
import { type Search, untimedOf } from '../time/search';
import { useAddress } from '../time/use-time';
import { type AuditFact, type AuditQuery, useAuditColumns } from './audit.columns';

/** Every fact in words, the last one first: who, when, why. */
export function Audit() {
  const t = useTranslations('audit');
  const navigate = useNavigate();
  const { search, change } = useAddress();
  const query = queryOf(search);
  const list = useList<AuditFact>('/v1/audit', { ...query, language: spoken.language }, (page) => {
    const { signal, ...of } = page;
    return client.GET('/v1/audit', { params: { query: { ...query, ...of } }, signal });
  });
  return (
    <ListPage
      title={t('list')}
      list={list}
      columns={useAuditColumns()}
      choices={useChoices()}
      idOf={({ position }) => position}
      onOpen={({ position }) => void navigate({ to: '/facts/$position', params: { position } })}
      csv={{ path: '/v1/audit', query }}
      onSort={(sort) => change({ sort })}
    />
  );
}

/** The log has one axis: what was recorded until `knownAt`, whatever day it counts from. */
function queryOf(search: Search): AuditQuery {
  const { knownAt } = search;
  return { sort: '-position', ...(knownAt && { to: knownAt }), ...untimedOf(search) };
}

/** What can be filtered by, as the API names it. */
function useChoices(): FilterChoice[] {
  const t = useTranslations('audit');
  return [
    { name: 'actor', title: t('actor'), hint: 'anna' },
    { name: 'type', title: t('type'), hint: 'ExtensionGranted' },
    { name: 'invoice', title: t('invoice'), hint: '2026-0117' },
    { name: 'payment', title: t('payment'), hint: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' },
    { name: 'customer', title: t('customer'), hint: 'C-100' },
    { name: 'from', title: t('from'), hint: '2026-03-01' },
    { name: 'to', title: t('to'), hint: '2026-03-31' },
    { name: 'correlation', title: t('correlation'), hint: t('correlationHint') },
    { name: 'position', title: t('position'), hint: '48213..' },
  ];
}
