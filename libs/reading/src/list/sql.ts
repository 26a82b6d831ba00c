import { folded } from '@quittance/kernel';
import type { Pool, QueryResultRow } from 'pg';
import { type Cursor, cursorFrom } from '../cursor.js';
import { beyond, CAST, collated, sortOf } from './keyset.sql.js';
import type { ListColumn, ListColumns, ListQuestion, Range, SortBy } from './question.js';

/** Values of a statement in the order of their places. */
export class Bind {
  readonly values: unknown[] = [];

  /** `$1`, `$2`, ... */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/** One page; `next` is null on the last. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** Where a list's rows come from. */
export interface ListSource<Row extends QueryResultRow, Item> {
  columns: ListColumns;
  /** A select that yields the columns; `bind` holds the values it refers to. */
  relation: string;
  /**
   * Where a relation is dear to work out: its bare rows, the columns they have, and the relation over some of them.
   * A page whose filters and order need no more is cut from the bare rows first; any other is worked out from those that are
   * `sifted`: a condition on bare rows `r`, without which none of the page's meets what is asked.
   */
  bare?: {
    columns: readonly string[];
    relation: string;
    worked: (bare: string) => string;
    sifted?: (bind: Bind) => string;
  };
  bind: Bind;
  /** The column that makes the order total. */
  identity: ListColumn;
  standardSort: SortBy[];
  /**
   * Conditions of further parameters, by name, as SQL over `r`; one of a column's name takes the place of that filter.
   * @param own those of the filters
   */
  conditions?: (bind: Bind, own: Conditions) => Conditions;
  item: (row: Row) => Item;
  /** A select of a page, with what is looked up for its rows alone. */
  beside?: (page: string) => string;
  /** Kept in the cursor, so that the next page answers for the same instant. */
  pinned?: Record<string, string>;
  /** Of things as they stand: pages after the first answer as of its position, too. */
  standing?: Standing;
}

/** What is asked of the relation `r`, by parameter. */
export type Conditions = Readonly<Record<string, string>>;

/** Where things as they stand are read. */
export interface Standing {
  /** The position of the first page; undefined: this is the first, and takes what its own snapshot shows. */
  at?: string;
  /** With `at`: a select like the relation, of what facts after it touched, as it stood there. The relation has the rest. */
  touched?: string;
}

/** The place of a first page of things as they stand, as its cursor keeps it. */
export const standingAt = (cursor?: Cursor): Standing => ({ at: cursor?.pinned?.at });

type Keyed<Row> = Row & { list_key: string[]; list_at?: string };

/** Reads one page in the asked order: by keyset, so that a far page costs what the first does. */
export async function readPage<Row extends QueryResultRow, Item>(
  sql: Pick<Pool, 'query'>,
  source: ListSource<Row, Item>,
  question: ListQuestion,
): Promise<Page<Item>> {
  const statement = selectOf(source, question, question.limit + 1);
  const { rows } = await sql.query<Keyed<Row>>(statement, source.bind.values);
  const shown = rows.slice(0, question.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(source.item),
    next:
      rows.length > question.limit && last
        ? cursorFrom(question.key, { after: last.list_key, pinned: pins(source, last) })
        : null,
  };
}

const pins = (
  { pinned, standing }: { pinned?: Record<string, string>; standing?: Standing },
  { list_at: at }: { list_at?: string },
): Record<string, string> | undefined => (standing && at ? { ...pinned, at } : pinned);

/** Reads the whole list in one snapshot, a few hundred rows in memory at a time. */
export async function* readEvery<Row extends QueryResultRow, Item>(
  pool: Pool,
  source: ListSource<Row, Item>,
  question: ListQuestion,
): AsyncGenerator<Item> {
  for await (const row of rowsOf<Row>(pool, selectOf(source, question), source.bind.values)) {
    yield source.item(row);
  }
}

const AT_A_TIME = 500;

/** Rows of a statement through a cursor of the server. A reader that stands still for a minute is cut off. */
export async function* rowsOf<Row extends QueryResultRow>(
  pool: Pool,
  statement: string,
  values: unknown[],
): AsyncGenerator<Row> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => void (broken = error);
  client.on('error', onError);
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`set local idle_in_transaction_session_timeout = '60s'`);
    await client.query(`declare list no scroll cursor for ${statement}`, values);
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${AT_A_TIME} from list`);
      yield* rows;
      if (rows.length < AT_A_TIME) break;
    }
  } finally {
    await client.query('rollback').catch((error: Error) => (broken ??= error));
    client.off('error', onError);
    client.release(broken);
  }
}

/** What a question asks of the relation `r`. */
export function conditionsOf<Row extends QueryResultRow, Item>(
  { columns, bind, conditions }: Pick<ListSource<Row, Item>, 'columns' | 'bind' | 'conditions'>,
  { filters }: Pick<ListQuestion, 'filters'>,
): Conditions {
  const matching = Object.entries(filters).map(([name, value]) => [
    name,
    match(columns[name]!, value, bind).join(' and '),
  ]);
  const own = Object.fromEntries(matching) as Conditions;
  return { ...own, ...conditions?.(bind, own) };
}

export const whereOf = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';

function selectOf<Row extends QueryResultRow, Item>(
  source: ListSource<Row, Item>,
  question: ListQuestion,
  limit?: number,
): string {
  const { columns, relation, bare, bind, identity, standardSort, standing } = source;
  const { filters, sort, cursor } = question;
  const asked = sort.length > 0 ? sort : standardSort;
  const order = asked.map(({ column, descending }) => ({ column: columns[column]!, descending }));
  const total = order.some(({ column }) => column.sql === identity.sql);
  const last = { column: identity, descending: order.at(-1)?.descending ?? false };
  const keys = total ? order : [...order, last];
  const further = Object.keys(source.conditions?.(new Bind(), {}) ?? {}).length > 0;
  const conditions = Object.values(conditionsOf(source, question));
  if (cursor) conditions.push(beyond(keys, cursor.after, bind));
  const where = whereOf(conditions);
  const ordered = `order by ${keys.map(({ column, descending }) => sortOf(column) + (descending ? ' desc' : '')).join(', ')}`;
  const cut = limit === undefined ? '' : `limit ${limit}`;
  const needed = [...Object.keys(filters), ...asked.map(({ column }) => column)];
  const at =
    standing && `, ${standing.at === undefined ? PROJECTED : `${bind.add(standing.at)}::text`} as list_at`;
  const shown = `select r.*, array[${keys.map(({ column }) => `(${sortOf(column)})::text`).join(', ')}] as list_key${at ?? ''}`;
  const whole = (page: string): string => (source.beside ? `${source.beside(page)} ${ordered}` : page);
  if (bare && !further && limit !== undefined && needed.every((column) => bare.columns.includes(column))) {
    const some = bare.worked(`select * from (${bare.relation}) r ${where} ${ordered} ${cut}`);
    return whole(`${shown} from (${some}) r ${ordered}`);
  }
  const of = (rows: string): string => `${shown} from (${rows}) r ${where} ${ordered} ${cut}`;
  if (bare?.sifted && limit !== undefined)
    return whole(of(bare.worked(`select * from (${bare.relation}) r where ${bare.sifted(bind)}`)));
  // Each part by its own indexes and no longer than the page.
  return whole(
    standing?.touched
      ? `select * from ((${of(relation)}) union all (${of(standing.touched)})) r ${ordered} ${cut}`
      : of(relation),
  );
}

/** How far the rows are, in their own snapshot: the projector moves it in the transaction of the rows. */
export const PROJECTED = '(select coalesce(checkpoint_commit, 0)::text from projector.state)';

function match({ sql, type, folded: inForm }: ListColumn, value: string | Range, bind: Bind): string[] {
  if (typeof value === 'string') {
    const either = severalOf(value, type).map((one) =>
      inForm ? sameId(sql, one, bind) : `${collated(sql, type)} = ${bind.add(one)}::${CAST[type]}`,
    );
    return [either.length === 1 ? either[0]! : `(${either.join(' or ')})`];
  }
  const { from, to } = value;
  return [
    ...(from === undefined ? [] : [`${sql} >= ${bind.add(from)}::${CAST[type]}`]),
    ...(to === undefined ? [] : [`${sql} <= ${bind.add(to)}::${CAST[type]}`]),
  ];
}

/** One value, or several by comma; an id may have a comma of its own. */
function severalOf(given: string, type: ListColumn['type']): string[] {
  const each = given.split(',').map((one) => one.trim());
  const whole = type === 'uuid' ? [] : [given];
  return [...new Set([...whole, ...each.filter((one) => one !== '')])];
}

/** Of rows, those whose ids a select gives; all without one. */
export const among = (rows: string, ids?: string): string =>
  ids ? `select * from (${rows}) s where s.id in (${ids})` : rows;

/** The condition that a column holds the id, as it is written or as what looks like it. */
export const sameId = (sql: string, id: string, bind: Bind): string =>
  `projector.folded(${sql}) collate "C" = ${bind.add(folded(id))}`;
