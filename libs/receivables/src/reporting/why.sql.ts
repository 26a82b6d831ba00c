/** Texts in SQL, by the name that the sentence gives them. */
type Values = Readonly<Record<string, string>>;

/**
 * The columns `why` and `params` of a thing to do, in SQL: a sentence in English, and what it names, as texts, for whoever says it
 * in another language. `{name}` stands for a value that is there; `[, by {name}]` is left out where its value is null.
 */
export function why(sentence: string, values: Values): string {
  const params = Object.entries(values).map(([name, value]) => `'${name}', (${value})::text`);
  return `${said(sentence, values)} as why, jsonb_strip_nulls(jsonb_build_object(${params.join(', ')})) as params`;
}

const said = (sentence: string, values: Values): string =>
  joined(
    sentence
      .split(/\[(.*?)\]/)
      .map((part, at) => (at % 2 === 0 ? full(part, values) : `coalesce(${full(part, values)}, '')`)),
  );

const full = (text: string, values: Values): string =>
  joined(
    text
      .split(/\{(.*?)\}/)
      .map((part, at) => (at % 2 === 0 ? part && `'${part}'` : `(${values[part]!})::text`)),
  );

const joined = (parts: readonly string[]): string => parts.filter(Boolean).join(' || ') || `''`;
