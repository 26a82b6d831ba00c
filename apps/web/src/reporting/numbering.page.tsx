import { useTranslations } from 'use-intl';
import { client } from '../api/client';
import { useList } from '../api/list';
import type { paths } from '../api/schema';
import type { FilterChoice } from '../parts/filter-choice';
import type { Column } from '../parts/grid/grid';
import { Peek } from '../parts/peek';
import { SearchField } from '../parts/search-field';
import { Table } from '../parts/table';
import { ListPage } from '../shell/list-page';
import { askedOf } from '../time/search';
import { useAddress } from '../time/use-time';
import { ReportsNav } from './reports.nav';

type Asked = paths['/v1/reports/numbering']['get'];
type Query = NonNullable<Asked['parameters']['query']>;
type Row = Asked['responses'][200]['content']['application/json']['items'][number];

/** Numbers of documents by series, with what is missing and what there is twice. */
export function Numbering() {
  const t = useTranslations('reporting.numbering');
  const { search, change } = useAddress();
  const query: Query = askedOf(search);
  const list = useList<Row>('/v1/reports/numbering', query, ({ signal, ...page }) =>
    client.GET('/v1/reports/numbering', { params: { query: { ...query, ...page } }, signal }),
  );
  return (
    <ListPage
      title={t('title')}
      list={list}
      columns={useColumns()}
      choices={useChoices()}
      idOf={({ id }) => id}
      onOpen={({ id }) => change({ _peek: id }, 'replace')}
      actions={<SearchField hint={t('searchHint')} />}
      csv={{ path: '/v1/reports/numbering', query }}
      above={<ReportsNav of="numbering" />}
      panel={(id) => <SeriesPeek id={id} rows={list.rows} />}
    />
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslations('reporting.numbering');
  return [
    {
      ...{ id: 'series', title: t('series'), width: 150, grows: true, sorts: true, narrow: 1 },
      cell: ({ series }) => series || t('noSeries'),
    },
    { ...{ id: 'kind', title: t('kind'), width: 130, sorts: true }, cell: ({ kind }) => kindOf(kind, t) },
    { ...{ id: 'first', title: t('first'), width: 150, sorts: true, narrow: 2 }, cell: ({ first }) => first },
    { ...{ id: 'last', title: t('last'), width: 150, sorts: true, narrow: 2 }, cell: ({ last }) => last },
    {
      ...{ id: 'documents', title: t('documents'), width: 120, align: 'end', sorts: true, spare: true },
      cell: ({ documents }) => documents,
    },
    {
      ...{ id: 'missing', title: t('missing'), width: 120, align: 'end', sorts: true, narrow: 1 },
      cell: ({ missing }) => (missing === 0 ? t('none') : t('missingCount', { count: missing })),
    },
    {
      ...{ id: 'duplicates', title: t('duplicates'), width: 130, align: 'end' },
      cell: ({ duplicates }) => duplicates.length || t('none'),
    },
  ];
}

function useChoices(): FilterChoice[] {
  const t = useTranslations('reporting.numbering');
  return [
    {
      ...{ name: 'kind', title: t('kind') },
      values: [
        ['invoice', t('kinds.invoice')],
        ['credit-note', t('kinds.credit-note')],
      ],
    },
    { name: 'missing', title: t('missing'), hint: '1..' },
    { name: 'series', title: t('series'), hint: '2026-' },
  ];
}

/** Where numbers are missing, and which there are twice. */
function SeriesPeek({ id, rows }: { id: string; rows: ReturnType<typeof useList<Row>>['rows'] }) {
  const t = useTranslations('reporting.numbering');
  const { change } = useAddress();
  const at = Array.from({ length: rows.length }, (_nothing, index) => rows.at(index));
  const row = at.find((one) => one?.id === id);
  return (
    <Peek<Row>
      title={row ? `${kindOf(row.kind, t)} ${row.series}` : t('title')}
      rows={rows}
      is={(one) => one.id === id}
      onRow={(one) => change({ _peek: one?.id }, 'replace')}
    >
      {row && row.gaps.length === 0 && row.duplicates.length === 0 && <p>{t('whole')}</p>}
      {row && row.gaps.length > 0 && (
        <Table label={t('gaps')} heads={[t('after'), t('before')]} figures={[t('missing')]}>
          {row.gaps.map(({ after, before, missing }) => (
            <tr key={after}>
              <td>{after}</td>
              <td>{before}</td>
              <td data-figure>{missing}</td>
            </tr>
          ))}
        </Table>
      )}
      {row && row.duplicates.length > 0 && (
        <Table label={t('duplicates')} heads={[t('duplicates')]}>
          {row.duplicates.map((number) => (
            <tr key={number}>
              <td>{number}</td>
            </tr>
          ))}
        </Table>
      )}
    </Peek>
  );
}

type Translate = ReturnType<typeof useTranslations<'reporting.numbering'>>;

const kindOf = (kind: string, t: Translate): string =>
  kind === 'invoice' || kind === 'credit-note' ? t(`kinds.${kind}`) : kind;
