import { useTranslations } from 'use-intl';
import { Field } from '../parts/field';
import field from '../parts/field.module.css';
import { Table } from '../parts/table';
import { ImportNotes } from './import-notes';
import type { Mapping, Suggestion } from './upload';

/** Fields of a row, in the order in which they are offered. */
const FIELDS = [
  ...[
    'number',
    'customerId',
    'customerName',
    'issuedOn',
    'dueOn',
    'total',
    'currency',
    'paidOn',
    'paidAmount',
  ],
  ...['reference', 'ownerId', 'recordedAt', 'terms', 'instalments', 'company', 'open', 'settledBefore'],
  ...['lastReminder', 'remindersSent', 'disputed', 'disputedOn', 'externalId', 'method', 'payerAccount'],
] as const;

interface Props {
  found: Suggestion;
  /** The mapping as JSON, which may be wrong while somebody types. */
  text: string;
  onText: (text: string) => void;
}

/** The first rows of a file with what each column is taken for, and the whole mapping below them. */
export function MappingOf({ found, text, onText }: Props) {
  const t = useTranslations('imports');
  const [mapping, why] = read(text);
  const fieldOf = (column: string): string =>
    Object.entries(mapping?.columns ?? {}).find(([, name]) => name === column.trim())?.[0] ?? '';
  const take = (column: string, chosen: string): void => {
    if (!mapping) return;
    const others = Object.entries(mapping.columns).filter(
      ([name, of]) => name !== chosen && of !== column.trim(),
    );
    const columns = Object.fromEntries(chosen ? [...others, [chosen, column.trim()]] : others);
    onText(JSON.stringify({ ...mapping, columns }, null, 2));
  };
  return (
    <>
      <ImportNotes said={found.said} plain={found.notes} />
      <Table label={t('look')} heads={found.header}>
        <tr>
          {found.header.map((column) => (
            <td key={column} data-short>
              <select
                className={field.input}
                aria-label={t('columnIs', { column })}
                value={fieldOf(column)}
                disabled={!mapping}
                onChange={({ target }) => take(column, target.value)}
              >
                <option value="">{t('left')}</option>
                {FIELDS.map((name) => (
                  <option key={name} value={name}>
                    {t(`fields.${name}`)}
                  </option>
                ))}
              </select>
            </td>
          ))}
        </tr>
        {found.rows.slice(0, 5).map((cells, i) => (
          <tr key={i}>
            {found.header.map((column, at) => (
              <td key={column} data-short>
                {cells[at]}
              </td>
            ))}
          </tr>
        ))}
      </Table>
      <details>
        <summary>{t('mapping')}</summary>
        <Field
          label={t('mapping')}
          hint={t('mappingHint')}
          long
          value={text}
          onChange={onText}
          wrong={why === undefined ? undefined : t('notJson', { why })}
        />
      </details>
    </>
  );
}

/** The mapping, or why the text is none. */
function read(text: string): [mapping?: Mapping, why?: string] {
  try {
    const mapping = JSON.parse(text) as Mapping | null;
    if (typeof mapping?.columns === 'object') return [mapping];
    return [undefined, 'columns'];
  } catch (error) {
    return [undefined, (error as Error).message];
  }
}
