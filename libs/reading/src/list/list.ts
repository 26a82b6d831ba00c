import { Rejection } from '@quittance/kernel';
import type { QueryResultRow } from 'pg';
import { answerOf, placed } from '../answer.js';
import type { Cursor } from '../cursor.js';
import { Cut } from '../cut.js';
import { AXES, pinned, type Place } from '../known-axis.js';
import { Bind, type ListSource } from './sql.js';
import { type ListColumn, listParameters, type ListQuestion, readListQuestion } from './question.js';
import { asText, type Parameters, type Question } from '../query-string.js';
import { standing, standOf } from './standing.js';
import { asWords, beginningWith, wordsOf } from './words.js';
import {
  askable,
  type Columns,
  exampleOf,
  itemOf,
  type ItemOf,
  type Row,
  schemaOf,
  shownOnly,
} from './column.js';

/** Where rows come from. Each select yields the columns' names in snake case, `revision` and `currency`. */
export interface Rows {
  relation: string;
  /** Where the relation is dear to work out: see `ListSource`. */
  bare?: ListSource<QueryResultRow, unknown>['bare'];
  /** Of things as they stand: what facts after the cut touched, as it stood there. The relation has the rest. */
  touched?: (cut: Cut) => string;
}

/** Where and what a list is asked: as it stands when there is no place. */
export interface AskedRows<More extends Parameters> {
  cut: Cut;
  bind: Bind;
  place?: Place;
  more: Question<More>;
}

export interface ListDeclaration<C extends Columns, More extends Parameters> {
  /** Of the route and of the CSV file. */
  name: string;
  columns: C;
  /** The column that makes the order total. */
  identity: keyof C & string;
  /** A column, descending with a minus in front. */
  sort: string;
  /** Columns whose words `q=` looks for. */
  words: readonly (keyof C & string)[];
  /** Whether it can be asked of the past; `true` when left out. */
  axes?: boolean;
  /** It is a report: asked for no day, it is as of today, and says so. */
  dated?: boolean;
  /** Parameters of its own. */
  more?: More;
  /** Further sums of the summary, as SQL over `r`. */
  sums?: Readonly<Record<string, string>>;
  /** Values counted beside those of columns, as SQL over `r`. */
  facets?: Readonly<Record<string, string>>;
  rows: (asked: AskedRows<More>) => Rows;
}

/** Of the stream as it stands; not said of the past. */
export const REVISION = shownOnly(
  'Revision of its stream as it stands: for If-Match',
  { type: 'integer' },
  2,
  Number,
);

/** A list, declared once: every question about it is answered from this. */
export class List<C extends Columns = Columns, More extends Parameters = Parameters> {
  readonly asked: Record<string, ListColumn>;
  readonly parameters: Parameters;
  /** The parameters but for order and paging. */
  readonly filters: Parameters;
  readonly itemSchema: object;

  constructor(readonly of: ListDeclaration<C, More>) {
    this.asked = askable(of.columns);
    this.parameters = { ...listParameters(this.asked), ...this.more };
    const { limit: _limit, cursor: _cursor, sort: _sort, ...filters } = this.parameters;
    this.filters = filters;
    this.itemSchema = schemaOf({ ...of.columns, revision: REVISION }, ['revision']);
  }

  private get more(): Parameters {
    return { ...(this.of.axes !== false && AXES), ...this.of.more, ...WORDS };
  }

  get example(): object {
    return { ...exampleOf(this.of.columns), revision: REVISION.example };
  }

  /** One of its things with more about it, at a place where one is asked. @param optional what is not always said */
  schemaWith(more: Columns, optional: readonly string[] = []): object {
    const columns: Columns = { ...this.of.columns, revision: REVISION, ...more };
    return placed(answerOf(columns, ['revision', ...optional])).schema;
  }

  /** @throws Rejection 422 */
  read(query: Record<string, unknown>): ListQuestion & { more: Question<typeof AXES & More & typeof WORDS> } {
    return readListQuestion(this.of.name, this.asked, query, this.more) as never;
  }

  item = (row: QueryResultRow): ItemOf<C> & { revision?: number } => {
    const { revision } = row as Row;
    const item = itemOf(this.of.columns, row);
    return revision === null || revision === undefined ? item : { ...item, revision: Number(revision) };
  };

  source(
    more: Question<typeof AXES & More & typeof WORDS>,
    today: string,
    place?: Place,
    cursor?: Cursor,
  ): ListSource<QueryResultRow, ItemOf<C> & { revision?: number }> {
    const { identity, sort, rows } = this.of;
    const bind = new Bind();
    const common = {
      columns: this.asked,
      bind,
      identity: this.asked[identity]!,
      standardSort: [{ column: sort.replace(/^-/, ''), descending: sort.startsWith('-') }],
      item: this.item,
      conditions: (bound: Bind) => this.wordsIn(more.q as string | undefined, bound),
    };
    const own = more as Question<More>;
    if (place) {
      const { relation, bare } = rows({ cut: new Cut(bind, place), bind, place, more: own });
      return { ...common, relation, bare, pinned: pinned(place) };
    }
    const stand = standOf(bind, today, cursor);
    const { relation, touched } = rows({ cut: stand.cut, bind, more: own });
    return { ...common, relation, ...standing(stand, touched) };
  }

  /** Each word of `q` begins a word of one of the columns. */
  private wordsIn(q: string | undefined, bind: Bind): string[] {
    const written = this.of.words.map((name) => `coalesce(${this.asked[name]!.sql}, '')`).join(` || ' ' || `);
    return wordsOf(q).map((word) => `(${written}) ~ ${bind.add(beginningWith(word))}`);
  }
}

const WORDS = { q: asWords('rows with words that begin so: of names, numbers, references', 'rossi') };

export const list = <C extends Columns, More extends Parameters = Record<never, never>>(
  declaration: ListDeclaration<C, More>,
): List<C, More> => new List(declaration);

/** What the list's rows can be counted by. */
export const facetsOf = ({ of }: List): string[] => [
  ...Object.keys(of.columns).filter((name) => of.columns[name]!.facet),
  ...Object.keys(of.facets ?? {}),
];

/** Which columns are counted. */
export const facetsParameter = (list: List): Parameters => {
  const facets = facetsOf(list);
  const of = asText(`what is counted, by comma: ${facets.join(', ')}`, facets[0]);
  return { of: { ...of, required: true } };
};

/** @throws Rejection 422 when the list has no facet of that name */
export function facetOf(list: List, name: string): string {
  if (facetsOf(list).includes(name)) return list.of.facets?.[name] ?? list.asked[name]!.sql;
  const hint = `facets of this list, by comma: ${facetsOf(list).join(', ')}`;
  throw Rejection.invalid('invalid', 'A parameter is wrong.', {
    field: '/of',
    rule: 'one-of',
    value: name,
    hint,
  });
}
