import { type Column, type Columns, exampleOf, type ItemOf, schemaOf, shownOnly } from './list/column.js';

// What an answer holds that no list is asked for: said in the words of a list's columns, so that schema and example of an
// answer come from one declaration.

/** What `ReadRoute` is told of an answer. */
export interface Described<Example extends object = object> {
  schema: object;
  example: Example;
}

/** Columns for each field of an answer: one that lacks a field, or has another type, does not compile. */
export type Says<Answer> = { readonly [Field in keyof Answer]-?: Column<Exclude<Answer[Field], undefined>> };

/** Schema and example of an answer with these fields, for `ReadRoute`. @param optional fields that it can lack */
export const answerOf = <C extends Columns>(
  columns: C,
  optional: readonly (keyof C & string)[] = [],
): Described<ItemOf<C>> => ({
  schema: schemaOf(columns, optional),
  example: exampleOf(columns),
});

/** A value as the answer has it already. */
export const asIs = <Value>(about: string, schema: object, example: Value): Column<Value> =>
  shownOnly(about, schema, example, (cell) => cell as Value);

/** Text that is ours: a name of a stream, a hash, a sentence. */
export const words = (about: string, example: string): Column<string> =>
  asIs(about, { type: 'string' }, example);

/** One of a few words. */
export const oneOf = <Word extends string>(
  about: string,
  every: readonly Word[],
  example: Word,
): Column<Word> => asIs(about, { type: 'string', enum: [...every] }, example);

/** A whole number that can be larger than JSON's: a position, a revision, a count of facts. */
export const decimal = (about: string, example: string): Column<string> => ({
  ...asIs(about, { type: 'string', pattern: String.raw`^-?\d+$` }, example),
  value: String,
});

export const instant = (about: string, example: string): Column<string> =>
  asIs(about, { type: 'string', format: 'date-time' }, example);

export const count = (about: string, example: number): Column<number> =>
  asIs(about, { type: 'integer' }, example);

/** A number with a fraction: seconds. Never money. */
export const measured = (about: string, example: number): Column<number> =>
  asIs(about, { type: 'number' }, example);

export const truth = (about: string, example: boolean): Column<boolean> =>
  asIs(about, { type: 'boolean' }, example);

/** An amount with the decimals of its currency, as the answer has it already. */
export const money = (about: string, example: string): Column<string> =>
  asIs(about, { type: 'string', pattern: AMOUNT }, example);
const AMOUNT = String.raw`^-?\d{1,18}(\.\d+)?$`;

/** An object within an answer. */
export const part = <C extends Columns>(
  about: string,
  columns: C,
  optional: readonly (keyof C & string)[] = [],
): Column<ItemOf<C>> => asIs(about, schemaOf(columns, optional), exampleOf(columns));

/** A list of texts. */
export const texts = (about: string, example: string[]): Column<string[]> =>
  asIs(about, { type: 'array', items: { type: 'string' } }, example);

/** Values under names that depend on the question or the installation. */
export const byName = <Value>(
  about: string,
  { schema }: Column<Value>,
  example: Record<string, Value>,
): Column<Record<string, Value>> => asIs(about, { type: 'object', additionalProperties: schema }, example);

/** A page of a list. @param more what it says beside its items */
export const pageOf = ({ schema, example }: Described, more: Columns = {}): Described => {
  const items = asIs('The rows of this page', { type: 'array', items: schema }, [example]);
  return answerOf({ items, ...more, next: NEXT });
};

export const NEXT: Column<string | null> = asIs(
  '`cursor` of the next page; null: there is none',
  { type: ['string', 'null'] },
  null,
);

/** The place of an answer on both axes. */
export const PLACE = {
  asOf: asIs('As of this business date', { type: 'string', format: 'date' }, '2026-03-31'),
  knownAt: instant('As known at this instant', '2026-04-01T07:00:00.000Z'),
  knownPosition: decimal('The last position that counts', '48213'),
  known: oneOf('Whether recorded or stated instants cut', ['recorded', 'stated'], 'recorded'),
};

/** An answer that says its place where it was asked at one. */
export const placed = <Example extends object>({
  schema,
  example,
}: Described<Example>): Described<Example> => {
  const { properties } = schema as { properties: object };
  const place = schemaOf(PLACE) as { properties: object };
  return { schema: { ...schema, properties: { ...place.properties, ...properties } }, example };
};
