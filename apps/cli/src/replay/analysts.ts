import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyProjection, AnyTable } from '@quittance/read-model';
import { isFactType, PROJECTIONS } from '@quittance/receivables/read-side';
import { usage } from '../exit.js';

const NAME = /^[a-z][a-z0-9_]{0,40}$/;
const TYPES = [
  'text',
  'uuid',
  'date',
  'numeric',
  'bigint',
  'integer',
  'boolean',
  'timestamptz',
  'jsonb',
  'text[]',
];

/** The projections of a folder: one a file, its default export. @throws Exit (usage) naming file and mistake */
export async function analystsProjections(folder: string): Promise<AnyProjection[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw usage(`${folder} cannot be read: ${error.message}`);
  });
  const found: AnyProjection[] = [];
  for (const name of names.filter((file) => /\.m?js$/.test(file)).sort()) {
    const file = join(folder, name);
    const loaded = await load(file).catch((error: Error) => {
      throw usage(`${file}: ${error.message}`);
    });
    const projection = (loaded.default ?? loaded) as AnyProjection;
    const mistake = mistakeIn(projection) ?? doubled(projection, [...PROJECTIONS, ...found]);
    if (mistake) throw usage(`${file}: ${mistake}`);
    found.push(projection);
  }
  return found;
}

/** Plain JavaScript of either kind. A compiled `import()` would be a `require`. */
const load = (file: string): Promise<{ default?: unknown }> =>
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is ours
  (new Function('url', 'return import(url)') as (url: string) => Promise<{ default?: unknown }>)(
    pathToFileURL(file).href,
  );

/** What keeps it from being a projection, in one line. */
export function mistakeIn(projection: Partial<AnyProjection> | undefined): string | undefined {
  if (typeof projection !== 'object') return 'its default export is no projection';
  const { name, comment, tables, on } = projection;
  if (typeof name !== 'string' || !NAME.test(name)) return `name: must match ${NAME.source}`;
  if (typeof comment !== 'string') return 'comment: says in a sentence what it holds';
  if (!Array.isArray(tables) || tables.length === 0) return 'tables: at least one';
  for (const table of tables as Partial<AnyTable>[]) {
    const mistake = mistakeInTable(table);
    if (mistake) return mistake;
  }
  if (typeof on !== 'object' || Object.keys(on).length === 0) return 'on: a handler for at least one fact';
  for (const [type, handler] of Object.entries(on)) {
    if (!isFactType(type)) return `on: there is no fact ${type} (docs/facts.md)`;
    if (typeof handler !== 'function') return `on.${type}: must be a function`;
  }
  return undefined;
}

function mistakeInTable({ name, comment, key, columns, indexes }: Partial<AnyTable>): string | undefined {
  if (typeof name !== 'string' || !NAME.test(name)) return `a table's name must match ${NAME.source}`;
  if (typeof comment !== 'string') return `${name}.comment: says in a sentence what a row is`;
  if (typeof columns !== 'object') return `${name}.columns: missing`;
  for (const [column, definition] of Object.entries(columns)) {
    if (!NAME.test(column)) return `${name}.${column}: a column's name must match ${NAME.source}`;
    if (!TYPES.includes(definition?.type)) return `${name}.${column}.type: one of ${TYPES.join(', ')}`;
  }
  if (
    !Array.isArray(key) ||
    key.length === 0 ||
    key.some((column) => !Object.hasOwn(columns, String(column)))
  ) {
    return `${name}.key: names of its columns`;
  }
  if (indexes !== undefined && !Array.isArray(indexes)) return `${name}.indexes: a list of texts`;
  return undefined;
}

function doubled(projection: AnyProjection, others: readonly AnyProjection[]): string | undefined {
  if (others.some(({ name }) => name === projection.name)) return `name: ${projection.name} is taken`;
  const taken = new Set(others.flatMap(({ tables }) => tables.map(({ name }) => name)));
  const table = projection.tables.find(({ name }) => taken.has(name));
  return table && `tables: ${table.name} is taken`;
}
