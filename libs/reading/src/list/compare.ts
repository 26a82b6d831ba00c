import { answerOf, asIs, type Described, texts, truth, words } from '../answer.js';
import { asDate, asInstant } from '../query-string.js';
import { listOf, orNull, type Row } from './column.js';
import type { List } from './list.js';
import type { ListColumn } from './question.js';

/** Where the other place stands on both axes. */
export const OTHER_PLACE = {
  vsAsOf: asDate('the business date that is compared with; that of the question when left out', '2026-04-30'),
  vsKnownAt: asInstant('as known then is compared with; everything when left out'),
};

/** Rows that are shown. */
const MOST = 500;

/** A row that is another at one of two places, or at one of them only. */
interface Difference {
  id: string;
  a: Row | null;
  b: Row | null;
  /** What differs where it is at both. */
  fields: string[];
}

/**
 * Rows of a list at two places side by side, both in the order of their ids: never more of them in memory than are shown.
 */
export async function differences(
  { of, asked }: List,
  [mine, its]: readonly [AsyncIterable<Row>, AsyncIterable<Row>],
): Promise<{ rows: Difference[]; more: boolean }> {
  const rows: Difference[] = [];
  for await (const one of sideBySide(of.identity, asked[of.identity]!, mine, its)) {
    if (rows.length === MOST) return { rows, more: true };
    rows.push(one);
  }
  return { rows, more: false };
}

async function* sideBySide(
  identity: string,
  column: ListColumn,
  mine: AsyncIterable<Row>,
  its: AsyncIterable<Row>,
): AsyncGenerator<Difference> {
  const [ours, theirs] = [mine[Symbol.asyncIterator](), its[Symbol.asyncIterator]()];
  const idOf = (row: Row): string => String(row[identity]);
  try {
    let [one, other] = [await ours.next(), await theirs.next()];
    while (!one.done || !other.done) {
      const order = one.done ? 1 : other.done ? -1 : compare(column, idOf(one.value), idOf(other.value));
      const a = order <= 0 ? (one.value as Row) : null;
      const b = order >= 0 ? (other.value as Row) : null;
      const fields = a && b ? differingFields(a, b) : [];
      if (!a || !b || fields.length > 0) yield { id: idOf((a ?? b)!), a, b, fields };
      if (order <= 0) one = await ours.next();
      if (order >= 0) other = await theirs.next();
    }
  } finally {
    await Promise.all([ours.return?.(), theirs.return?.()]);
  }
}

/** As PostgreSQL orders them: numbers by value, all else by code point. */
const compare = ({ type }: ListColumn, one: string, other: string): number =>
  type === 'whole'
    ? Number(BigInt(one) - BigInt(other))
    : Buffer.compare(Buffer.from(one), Buffer.from(other));

/** A revision says nothing of a row: it is of the stream. */
const differingFields = (a: Row, b: Row): string[] =>
  Object.keys({ ...a, ...b }).filter(
    (name) => name !== 'revision' && JSON.stringify(a[name]) !== JSON.stringify(b[name]),
  );

/** What a comparison of the list answers. */
export const comparedAnswer = (list: List): Described => {
  const row = (about: string) => orNull(asIs<Row>(about, list.itemSchema, list.example as Row));
  return answerOf({
    versus: words('The other place: asOf, knownAt', '2026-03-31, 2026-04-02T07:00:00.000Z'),
    rows: listOf('Rows that differ, by id, at most 500', {
      id: words('Of the row', list.of.columns[list.of.identity]!.example as string),
      a: row('As it is at the place of the question; null: it is not there'),
      b: row('As it is at the other'),
      fields: texts('What differs where it is at both', ['state']),
    }),
    more: truth('Whether more rows differ', false),
  });
};
