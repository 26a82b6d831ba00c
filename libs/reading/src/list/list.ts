import type { QueryResultRow } from 'pg';
import { answerOf, placed } from '../answer.js';
import type { Cursor } from '../cursor.js';
import { Cut } from '../cut.js';
import { AXES, type KnownAxis, pinned, type Place } from '../known-axis.js';
import { Bind, type Conditions, type ListSource } from './sql.js';
import { type ListColumn, listParameters, type ListQuestion, readListQuestion } from './question.js';
import type { Parameters, Question } from '../query-string.js';
import { standing, standOf } from './standing.js';
import { lackedIn, lacking, withoutParameter } from './without.js';
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
  bare?: Omit<NonNullable<ListSource<QueryResultRow, unknown>['bare']>, 'sifted'> & {
    /** What bare rows `r` meet that may have a word in the columns of `words`. @param is the condition that a text has it */
    hasWord?: (is: (text: string) => string) => string;
  };
  /** Of things as they stand: what facts after the cut touched, as it stood there. The relation has the rest. */
  touched?: (cut: Cut) => string;
  beside?: ListSource<QueryResultRow, unknown>['beside'];
}

/** What rows are counted and grouped by. */
export interface Facet {
  /** The value, as SQL over `r` and over what is joined. */
  value: string;
  /** `left join ...` to all rows. */
  joined?: string;
  /** Rows may have several values: `value` is a text of them, with `BETWEEN_VALUES`. */
  many?: true;
  /** Sums that are of one value alone, as SQL. */
  sums?: (value: string) => Readonly<Record<string, string>>;
}

/** Where and what a list is asked: as it stands when there is no place. */
export interface AskedRows<More extends Parameters> {
  cut: Cut;
  bind: Bind;
  place?: Place;
  /** The entity's, by an IANA name: for days of instants. */
  zone: string;
  /** All rows are looked at, not a page of them. */
  whole: boolean;
  /** Columns that are filtered by. */
  filtered: readonly string[];
  /** Amounts are added up: a list whose amounts are dear to work out may leave them out where nobody asks for them. */
  sums: boolean;
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
  /** What parameters of its own ask of its rows, by name: see `ListSource`. */
  where?: (asked: AskedRows<More> & { own: Conditions }) => Conditions;
  /** What counts are of, as SQL over `r`, where several rows may be of one thing. */
  things?: string;
  /** Further sums of the summary, as SQL over `r`. */
  sums?: Readonly<Record<string, (asked: AskedRows<More>) => string>>;
  /** What rows are counted by beside columns. A parameter of the same name is its filter. */
  facets?: Readonly<Record<string, (asked: AskedRows<More>) => Facet>>;
  /** Those of `facets` that rows may lack: the condition that one does, as SQL over `r`. Of columns it is known which. */
  lacks?: Readonly<Record<string, (asked: AskedRows<More>) => string>>;
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
    return {
      ...(this.of.axes !== false && AXES),
      ...this.of.more,
      ...WORDS,
      ...withoutParameter(lackedIn(this)),
    };
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
  read(query: Record<string, unknown>): ListQuestion & { more: Asked<More> } {
    return readListQuestion(this.of.name, this.asked, query, this.more) as never;
  }

  item = (row: QueryResultRow): ItemOf<C> & { revision?: number } => {
    const { revision } = row as Row;
    const item = itemOf(this.of.columns, row);
    return revision === null || revision === undefined ? item : { ...item, revision: Number(revision) };
  };

  source(
    more: Asked<More>,
    { today, zone }: Pick<KnownAxis, 'today' | 'zone'>,
    place?: Place,
    { cursor, whole = false, sums = true }: { cursor?: Cursor; whole?: boolean; sums?: boolean } = {},
  ): ListSource<QueryResultRow, ItemOf<C> & { revision?: number }> & { asked: AskedRows<More> } {
    const { identity, sort, rows, where } = this.of;
    const bind = new Bind();
    const stand = place ? undefined : standOf(bind, today, cursor);
    const asked = {
      cut: stand?.cut ?? new Cut(bind, place!),
      bind,
      place,
      zone,
      ...{ whole, sums },
      filtered: Object.keys(more).filter((name) => Object.hasOwn(this.asked, name)),
      more: more as Question<More>,
    };
    const { relation, bare, touched, beside } = rows(asked);
    return {
      asked,
      columns: this.asked,
      bind,
      identity: this.asked[identity]!,
      standardSort: [{ column: sort.replace(/^-/, ''), descending: sort.startsWith('-') }],
      item: this.item,
      conditions: (bound: Bind, own: Conditions) => {
        const further = {
          ...this.wordsIn(more.q as string | undefined, bound),
          ...where?.({ ...asked, bind: bound, own }),
        };
        const isLacked = (name: string): string =>
          this.of.lacks?.[name]?.(asked) ?? `${this.asked[name]!.sql} is null`;
        return { ...further, ...lacking(more.without, { ...own, ...further }, isLacked) };
      },
      relation,
      beside,
      ...(place
        ? { bare: bare && this.sifting(bare, more.q as string | undefined), pinned: pinned(place) }
        : standing(stand!, touched)),
    };
  }

  /** Each word of `q` begins a word of one of the columns. */
  private wordsIn(q: string | undefined, bind: Bind): Conditions {
    const written = this.of.words.map((name) => `coalesce(${this.asked[name]!.sql}, '')`).join(` || ' ' || `);
    const each = wordsOf(q).map((word) => has(word, bind)(`(${written})`));
    return each.length > 0 ? { q: each.join(' and ') } : {};
  }

  /** With the words of `q`: bare rows that can have none are never worked out. */
  private sifting({ hasWord, ...bare }: NonNullable<Rows['bare']>, q: string | undefined) {
    const words = wordsOf(q);
    if (!hasWord || words.length === 0) return bare;
    return {
      ...bare,
      sifted: (bind: Bind): string => words.map((word) => hasWord(has(word, bind))).join(' and '),
    };
  }
}

const WORDS = { q: asWords('rows with words that begin so: of names, numbers, references', 'rossi') };

/** Whether a text has a word that begins so. */
const has = (word: string, bind: Bind): ((text: string) => string) => {
  const pattern = bind.add(beginningWith(word));
  return (text) => `${text} ~ ${pattern}`;
};

type Asked<More extends Parameters> = Question<typeof AXES & More & typeof WORDS> & { without?: string[] };

export const list = <C extends Columns, More extends Parameters = Record<never, never>>(
  declaration: ListDeclaration<C, More>,
): List<C, More> => new List(declaration);
