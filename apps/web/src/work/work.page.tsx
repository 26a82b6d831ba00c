import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { client } from '../api/client';
import { useList } from '../api/list';
import { useAllowed } from '../command/allowed';
import { BulkBar } from '../command/bulk-bar';
import type { FilterChoice } from '../parts/filter-choice';
import { useChosen } from '../parts/grid/choosing';
import { SearchField } from '../parts/search-field';
import { ListPage } from '../shell/list-page';
import { askedOf } from '../time/search';
import { useAddress } from '../time/use-time';
import { type Decided, DECISIONS } from './decisions';
import { MailsWaiting } from './mails-waiting';
import { useWaiting } from './use-waiting';
import { WORK_COMMANDS } from './work.commands';
import { useWorkColumns } from './work.columns';
import { WorkCount, WorkCounts } from './work.counts';
import {
  KINDS,
  type KindWord,
  kindWord,
  placeOf,
  sourceOf,
  thingOf,
  type WorkItem,
  type WorkQuery,
} from './work.kinds';
import { WorkPeek } from './work.peek';

const COMMANDS = [...DECISIONS, ...WORK_COMMANDS];

/** What is to be done today and why, the most urgent first. */
export function Work() {
  const t = useTranslations('work');
  const navigate = useNavigate();
  const { search } = useAddress();
  const query: WorkQuery = askedOf(search);
  const list = useList<WorkItem>('/v1/work', query, ({ signal, ...page }) =>
    client.GET('/v1/work', { params: { query: { ...query, ...page } }, signal }),
  );
  const { chosen, choose, clear } = useChosen<WorkItem>(JSON.stringify(query), ({ id }) => id);
  const waiting = useWaiting([...chosen.values()]);
  const allowed = useAllowed<Decided>(COMMANDS);
  // What waits for nobody is neither approved nor refused.
  const given = waiting?.size ? allowed : allowed.filter((command) => !DECISIONS.includes(command));
  const kindOf = ({ kind }: WorkItem): string => {
    const word = kindWord(kind);
    return word ? t(`kinds.${word}`) : kind;
  };
  const titleOf = (item: WorkItem): string =>
    [kindOf(item), item.number ?? item.customerName ?? item.customerId].filter(Boolean).join(' · ');
  const choosing = { chosen, choose, label: (item: WorkItem) => t('choose', { what: titleOf(item) }) };
  const things = [...chosen.values()].map((item) => ({
    ...{ id: item.id, title: titleOf(item) },
    subject: { ...item, waits: waiting?.get(sourceOf(item)) },
  }));
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
      choosing={allowed.length > 0 ? choosing : undefined}
      bulk={<BulkBar commands={given} things={things} chooseAll={async () => undefined} clear={clear} />}
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
