/** Words of a text as an index keeps them, whatever stands between them. */
const wordsOf = (text: string): string =>
  `array_remove(regexp_split_to_array(lower(${text}), '[^[:alnum:]]+'), '')`;

/** Body of an index over the words of a column. */
export const wordsIndex = (column: string): string => `using gin ((array_to_tsvector(${wordsOf(column)})))`;

/** Whether each word of what is looked for begins a word of the column: by that index. */
export const hasWords = (column: string, sought: string): string =>
  `array_to_tsvector(${wordsOf(column)}) @@ (
    select string_agg(quote_literal(word) || ':*', ' & ')::tsquery from unnest(${wordsOf(sought)}) word)`;

/** A number with each of its parts as it is and without the zeros before it: of 2026-00412 people say 412. */
export const inParts = (column: string): string =>
  String.raw`${column} || ' ' || regexp_replace(${column}, '(^|[^0-9])0+([1-9])', '\1\2', 'g')`;

/** Body of an index over a number or id, by which what begins so is found. */
export const beginningIndex = (column: string): string => `(lower(${column}) collate "C")`;

/** Whether the column begins so, in small letters or capitals: by that index. */
export const begins = (column: string, sought: string): string =>
  `lower(${column}) collate "C" >= lower(${sought}) collate "C" and lower(${column}) collate "C" < lower(${sought}) || chr(1114111)`;
