import { AMOUNT_PATTERN, isBusinessDate, Rejection } from '@quittance/kernel';
import { CSV_FORM } from '../csv.js';
import { type Cursor, readCursor } from '../cursor.js';
import { asPosition, asText, asUuid, type Parameter, type Parameters, readQuery } from '../query-string.js';

/** A shown column of a list: what it can be filtered by and how it sorts. */
export interface ListColumn {
  type: 'text' | 'uuid' | 'date' | 'amount' | 'whole';
  /** Of the relation `r`: `r.due_on`. */
  sql: string;
  /** Null sorts before everything else. */
  nullable?: boolean;
  /** An id or number: filters compare folded forms, in which look-alikes are one. */
  folded?: boolean;
  /** The only values that there are. */
  words?: readonly string[];
  example?: string;
}

export type ListColumns = Readonly<Record<string, ListColumn>>;

/** From, to or both, inclusive. */
export interface Range {
  from?: string;
  to?: string;
}

export interface SortBy {
  column: string;
  descending: boolean;
}

/** What a list was asked, read and checked. */
export interface ListQuestion {
  limit: number;
  /** Without a limit a CSV answer is the whole list. */
  limited: boolean;
  filters: Record<string, string | Range>;
  sort: SortBy[];
  cursor?: Cursor;
  /** Says what is asked, page and size left out: a cursor belongs to it. */
  key: string;
}

const MOST = 500;
const STANDARD = 100;

/** Of every list: how much, from where, in which order. */
export const PAGING = {
  limit: {
    rule: 'limit',
    hint: `at most so many rows: a whole number from 1 to ${MOST}, ${STANDARD} when left out`,
    example: '100',
    schema: { type: 'integer', minimum: 1, maximum: MOST },
    standard: STANDARD,
    read: (given: string) =>
      /^\d{1,3}$/.test(given) && Number(given) >= 1 && Number(given) <= MOST ? Number(given) : undefined,
  } satisfies Parameter<number> & { standard: number },
  cursor: {
    rule: 'cursor',
    hint: 'the `next` of the page before; leave it out for the first page',
    read: (given: string) => (given === '' ? undefined : given),
  } satisfies Parameter<string>,
};

/** Of every route that reads: `after` waits until the projector has come so far. */
export const AFTER = { after: asPosition('waits up to 10 s until this position is projected, else 503') };

/** `2026-01-01..2026-03-31`, `..2026-03-31`, `100.00..` or one value. */
const range = (one: string, example: string, isOne: (text: string) => boolean): Parameter<Range> => ({
  rule: 'range',
  hint: `${one}, or a range with both ends included: ${example}..${example}, ${example}.., ..${example}`,
  example: `${example}..`,
  read: (given) => {
    const [from, to, ...more] = given.split('..');
    if (more.length > 0 || given === '..' || given === '') return undefined;
    if ([from, to].some((end) => end && !isOne(end))) return undefined;
    return to === undefined ? { from, to: from } : { from: from || undefined, to: to || undefined };
  },
});

/** Values of one filter: of more, none is left out unsaid. */
const MOST_VALUES = 100;
const SEVERAL = `exactly this, or one of several by comma, at most ${MOST_VALUES}`;

const several = (one: Parameter<string>): Parameter<string> => ({
  ...one,
  read: (given) => (given.split(',').length <= MOST_VALUES ? one.read(given) : undefined),
});

const uuids = (one: Parameter<string>): Parameter<string> => ({
  ...one,
  read: (given) => {
    const each = given.split(',').map((text) => one.read(text));
    return each.every((read) => read !== undefined) ? each.join(',') : undefined;
  },
});

/** Words of a few, one or several by comma. */
export const asSome = (about: string, ...words: readonly string[]): Parameter<string[]> => ({
  rule: 'one-of',
  hint: `${about}: ${words.join(', ')}; one, or several by comma`,
  example: words[0],
  read: (given) => {
    const each = [...new Set(given.split(','))];
    return each.every((word) => words.includes(word)) ? each : undefined;
  },
});

const wordsBy = (words: readonly string[], example?: string): Parameter<string> => {
  const some = asSome('one of these', ...words);
  return { ...some, example, read: (given) => some.read(given)?.join(',') };
};

const BY_TYPE: Record<ListColumn['type'], (example?: string) => Parameter> = {
  text: (example) => several(asText(SEVERAL, example)),
  uuid: (example) => several(uuids(asUuid(SEVERAL, example))),
  date: (example = '2026-03-31') => range('a date YYYY-MM-DD', example, isBusinessDate),
  amount: (example = '100.00') => range('an amount', example, (given) => AMOUNT_PATTERN.test(given)),
  whole: (example = '30') => range('a whole number', example, (given) => /^\d{1,18}$/.test(given)),
};

/** A filter per column, `sort`, `limit` and `cursor`: what a list over these columns can be asked. */
export function listParameters(columns: ListColumns): Parameters {
  const filters = Object.entries(columns).map(([name, { type, words, example }]) => [
    name,
    words ? wordsBy(words, example) : BY_TYPE[type](example),
  ]);
  return { ...(Object.fromEntries(filters) as Parameters), sort: sortOver(columns), ...PAGING };
}

function sortOver(columns: ListColumns): Parameter<SortBy[]> {
  const names = Object.keys(columns);
  return {
    rule: 'sort',
    hint: `columns by comma, descending with a minus in front, each once: ${names.join(', ')}`,
    example: `-${names[0]}`,
    read: (given) => {
      const sort = given.split(',').map((part) => ({
        column: part.replace(/^-/, ''),
        descending: part.startsWith('-'),
      }));
      const distinct = new Set(sort.map(({ column }) => column));
      return distinct.size === sort.length && sort.every(({ column }) => names.includes(column))
        ? sort
        : undefined;
    },
  };
}

/**
 * Reads what a list was asked.
 * @param name of the list; @param more parameters beside filters, sort and paging
 * @throws Rejection 422
 */
export function readListQuestion<More extends Parameters>(
  name: string,
  columns: ListColumns,
  query: Record<string, unknown>,
  more: More,
): ListQuestion & { more: ReturnType<typeof readQuery<More>> } {
  const asked = readQuery(query, {
    ...CSV_FORM,
    ...listParameters(columns),
    ...more,
    ...AFTER,
  }) as Record<string, unknown>;
  const { limit, cursor, sort, after: _after, ...rest } = asked;
  const key = JSON.stringify([name, sort ?? [], whatIsAsked(query, columns)]);
  const filters = Object.entries(rest).filter(([column]) => Object.hasOwn(columns, column));
  return {
    limit: (limit as number | undefined) ?? STANDARD,
    limited: limit !== undefined || cursor !== undefined,
    filters: Object.fromEntries(filters) as ListQuestion['filters'],
    sort: (sort as SortBy[] | undefined) ?? [],
    cursor: cursor === undefined ? undefined : readCursor(key, cursor as string),
    key,
    more: asked as ReturnType<typeof readQuery<More>>,
  };
}

/** Of one page only; the place on the axes is pinned by the cursor itself. */
const PAGE_ONLY = ['limit', 'cursor', 'after', 'asOf', 'knownAt', ...Object.keys(CSV_FORM)];

/** What all pages of a question ask alike, in one order: a cursor belongs to it. */
export const whatIsAsked = (query: Record<string, unknown>, columns: ListColumns): [string, unknown][] =>
  Object.entries(query)
    .filter(([name]) => Object.hasOwn(columns, name) || !PAGE_ONLY.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** 404: there is none, or not yet at the asked position. */
export const unknown = (kind: string): Rejection =>
  Rejection.notFound('not-found', `There is no such ${kind}.`);
