import { possibleOf, PROBLEM_CODES } from '@quittance/http';
import { FACT_DICTIONARY, METADATA_DICTIONARY } from '../../libs/receivables/src/audit-export/dictionary.js';

// Pages of docs/ that are made from what the product itself says, so that they cannot differ from it.

/** docs/problems.md */
export function problemsPage(): string {
  const instead = (code: string): string => {
    const actions = possibleOf(code).map(({ action }) => `\`${action}\``);
    return actions.length > 0 ? ` Possible: ${actions.join(', ')}.` : '';
  };
  const codes = Object.entries(PROBLEM_CODES).sort(([one], [other]) => (one < other ? -1 : 1));
  const statuses = [...new Set(codes.map(([, { status }]) => status))].sort((a, b) => a - b);
  const parts = statuses.map((status) => {
    const lines = codes
      .filter(([, each]) => each.status === status)
      .map(
        ([code, { means, then }]) =>
          `- <a id="problem-${code}"></a>\`${code}\`: ${means} ${then}${instead(code)}`,
      );
    return `## ${status}\n\n${lines.join('\n')}\n`;
  });
  return `# Codes of refusals

Each refusal of the API is \`application/problem+json\` with a stable \`code\`. Its \`type\` is \`/docs#problem-<code>\`, where a running
installation says the same as this page. After _Possible_ stand the actions that \`possible\` of a 409 or 412 can name; a refusal may name nearer
ones, with what they take.

${parts.join('\n')}`;
}

export interface DescribedColumn {
  schema: string;
  table: string;
  about: string | null;
  column: string;
  type: string;
  required: boolean;
  key: boolean;
  comment: string | null;
}

/** What the database's own dictionary says of the schemas that analysts read. */
export const DESCRIBED = `
  select n.nspname as schema, c.relname as table, obj_description(c.oid) as about, a.attname as column,
         format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
         coalesce(a.attnum = any (i.indkey), false) as key, col_description(c.oid, a.attnum) as comment
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_index i on i.indrelid = c.oid and i.indisprimary
  where n.nspname in ('live', 'mirror') and c.relkind = 'r'
  order by n.nspname, c.relname, a.attnum`;

/** docs/tables.md */
export function tablesPage(columns: readonly DescribedColumn[]): string {
  const names = [...new Set(columns.map(({ schema, table }) => `${schema}.${table}`))];
  const parts = names.map((name) => {
    const own = columns.filter(({ schema, table }) => `${schema}.${table}` === name);
    const lines = own.map(({ column, type, required, key, comment }) => {
      const marks = [type, key ? 'key' : undefined, required ? undefined : 'may be null'].filter(Boolean);
      return `- \`${column}\` (${marks.join(', ')}): ${comment}`;
    });
    return `## ${name}\n\n${own[0]!.about}.\n\n${lines.join('\n')}\n`;
  });
  return `# Tables

What analysts may read with SQL ([analysts.md](analysts.md)), as the database's own dictionary says it. Amounts are in the currency
of their row; dates are business dates in the entity's zone; instants have a zone.

${parts.join('\n')}`;
}

/** docs/fact-fields.md */
export function factFieldsPage(): string {
  const fields = (all: object): string =>
    Object.entries(all as Record<string, string>)
      .map(([field, text]) => `- \`${field}\`: ${text.replaceAll('<', '\\<')}`)
      .join('\n');
  const parts = Object.entries(FACT_DICTIONARY).map(
    ([type, { stream, comment, fields: own }]) =>
      `## ${type}\n\n${comment}. Stream: \`${stream}\`.\n\n${fields(own)}\n`,
  );
  return `# Fields of facts

What \`data\` of each type of fact holds: in \`mirror.facts\`, in audit exports and in the event store. Dates are business dates
\`YYYY-MM-DD\`, amounts are decimal texts, and \`personal\` is sealed. What all facts have in \`metadata\` is in [facts.md](facts.md#metadata).

${parts.join('\n')}
## Metadata

${fields(METADATA_DICTIONARY)}
`;
}

/** The table of streams and their facts in docs/facts.md, in the order of the registry. */
export function streamsTable(): string {
  const streams = new Map<string, string[]>();
  for (const [type, { stream }] of Object.entries(FACT_DICTIONARY)) {
    const named = stream.split(/, | or /);
    const id = /<.*>/.exec(named.at(-1)!)![0];
    for (const each of named) {
      const name = `\`${each.replace(id, '')}${id}\``;
      streams.set(name, [...(streams.get(name) ?? []), type]);
    }
  }
  const rows = [
    ['stream', 'facts'],
    ...[...streams].map(([name, types]) => [name, types.join(', ')]),
    [
      '`heartbeat-<entity>`',
      'HeartbeatRecorded: not a business fact; not in the mirror, in chains or in reports',
    ],
  ] as [string, string][];
  const widths = [0, 1].map((i) => Math.max(...rows.map((row) => row[i]!.length)));
  const line = (row: readonly string[], fill = ' '): string =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i]!, fill)).join(' | ')} |\n`;
  const [head, ...body] = rows.map((row) => line(row));
  return [head, line(['', ''], '-'), ...body].join('');
}
