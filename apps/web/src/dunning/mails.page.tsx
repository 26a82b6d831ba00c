import { useTranslations } from 'use-intl';
import { client } from '../api/client';
import { useList } from '../api/list';
import { useAllowed } from '../command/allowed';
import { BulkBar } from '../command/bulk-bar';
import { useChaseWords } from '../parts/chase-words';
import type { FilterChoice } from '../parts/filter-choice';
import { useChosen } from '../parts/grid/choosing';
import { SearchField } from '../parts/search-field';
import { ListPage } from '../shell/list-page';
import { untimedOf } from '../time/search';
import { useAddress } from '../time/use-time';
import { DRAFT_COMMANDS } from './mail.commands';
import { MailPeek } from './mail.peek';
import { OUTBOX, useLanguages, useTones } from './mail.words';
import { useMailColumns } from './mails.columns';
import { RemindersNav } from './reminders.nav';
import type { MailQuery, MailRow } from './use-mail';

/** Mails that wait for somebody to look at them: one after the other, or several at once. */
export const Approvals = () => <MailList fixed={{ status: 'draft', sort: 'draftedOn,customerId' }} inARow />;

/** Every mail: as it left, and whether it did. They have no axes: they are as they stand. */
export const Mails = () => <MailList fixed={{}} />;

/** Of a draft nobody knows them. */
const ONCE_SENT = ['address', 'line'];

function MailList({ fixed, inARow = false }: { fixed: MailQuery; inARow?: boolean }) {
  const t = useTranslations('mail');
  const { search, change } = useAddress();
  const query: MailQuery = { ...fixed, ...untimedOf(search), ...(fixed.status && { status: fixed.status }) };
  const list = useList<MailRow>('/v1/mails', query, ({ signal, ...page }) =>
    client.GET('/v1/mails', { params: { query: { ...query, ...page } }, signal }),
  );
  const { chosen, choose, clear } = useChosen<MailRow>(JSON.stringify(query), ({ id }) => id);
  const choosing = {
    ...{ chosen, choose },
    label: ({ customerId, customerName }: MailRow) => t('choose', { customer: customerName ?? customerId }),
  };
  const columns = useMailColumns().filter(({ id }) => !inARow || !ONCE_SENT.includes(id));
  const allowed = useAllowed(DRAFT_COMMANDS);
  const isChosen = inARow && allowed.length > 0;
  const things = [...chosen.values()].map((row) => ({
    ...{
      id: row.id,
      title: t('titleOf', { customer: row.customerName ?? row.customerId, count: row.items }),
      subject: row,
    },
    ...(row.revision !== undefined && { seen: `"${row.revision}"` }),
  }));
  const bulk = <BulkBar commands={allowed} things={things} chooseAll={async () => undefined} clear={clear} />;
  return (
    <ListPage
      title={t(inARow ? 'approvals' : 'mails')}
      list={list}
      columns={columns}
      choices={useChoices(inARow)}
      idOf={({ id }) => id}
      onOpen={({ id }) => change({ _peek: id }, 'replace')}
      csv={{ path: '/v1/mails', query }}
      above={<RemindersNav />}
      actions={<SearchField hint={t('searchHint')} />}
      choosing={isChosen ? choosing : undefined}
      bulk={isChosen ? bulk : undefined}
      panel={(id) => <MailPeek {...{ id, inARow }} rows={list.rows} />}
    />
  );
}

/** In the order of a mail's life, as the API names them. */
const STATUSES = [
  ...['draft', 'approved', 'sending', 'sent', 'failed', 'unknown', 'refused', 'dropped', 'bounced'],
];

/** What can be filtered by, as the API names it. */
function useChoices(isDrafts: boolean): FilterChoice[] {
  const t = useTranslations('mail');
  const { became } = useChaseWords();
  const outbox: [string, string] = [OUTBOX, t('outbox')];
  const statuses = STATUSES.map((status): [string, string] => [status, became(status)]);
  return [
    ...(isDrafts ? [] : [{ name: 'status', title: t('status'), values: statuses }]),
    { name: 'customerId', title: t('customer'), hint: 'C-100' },
    { name: 'tone', title: t('tone'), values: Object.entries(useTones()) },
    { name: 'language', title: t('language'), values: Object.entries(useLanguages()) },
    ...(isDrafts ? [] : [{ name: 'response', title: t('response'), values: [outbox] }]),
    { name: 'draftedOn', title: t('draftedOn'), hint: '2026-01-01..2026-03-31' },
  ];
}
