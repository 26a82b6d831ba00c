import { Rejection } from '@quittance/kernel';
import { asText, type Parameters } from '../query-string.js';
import { facetsOf } from './faceted.js';
import type { AskedRows, Facet, List } from './list.js';

/** Which of them are counted. */
export const facetsParameter = (list: List): Parameters => {
  const facets = facetsOf(list);
  const of = asText(`what is counted, by comma: ${facets.join(', ')}`, facets[0]);
  return { of: { ...of, required: true } };
};

/** What rows are grouped by. */
export const byParameter = (list: List): Parameters => {
  const facets = facetsOf(list);
  const by = asText(`what the rows are grouped by, one of ${facets.join(', ')}`, facets[0]);
  return { by: { ...by, required: true } };
};

/** @throws Rejection 422 `/of` or `/by` when the list has no facet of one of the names, or none was named */
export function facetsAsked(list: List, field: 'of' | 'by', given: unknown): string[] {
  const facets = facetsOf(list);
  const text = typeof given === 'string' ? given : '';
  const names = field === 'of' ? [...new Set(text.split(','))] : [text];
  const value = names.find((name) => !facets.includes(name));
  if (value === undefined) return names;
  const hint = `${field === 'of' ? 'by comma' : 'one'} of ${facets.join(', ')}`;
  throw Rejection.invalid('invalid', 'A parameter is wrong.', {
    field: `/${field}`,
    rule: 'one-of',
    value,
    hint,
  });
}

/** @param name one of `facetsOf` */
export const facetOf = (list: List, name: string, asked: AskedRows<Parameters>): Facet =>
  list.of.facets?.[name]?.(asked) ?? { value: list.asked[name]!.sql };

/** Amounts that are added up, as SQL over `r`. */
export const sumsOf = ({ asked, of }: List, rows: AskedRows<Parameters>): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(of.columns).flatMap(([name, { sum }]) => (sum ? [[name, asked[name]!.sql]] : [])),
  ),
  ...Object.fromEntries(Object.entries(of.sums ?? {}).map(([name, sql]) => [name, sql(rows)])),
});

export const sumNames = ({ of }: List): string[] => [
  ...Object.keys(of.columns).filter((name) => of.columns[name]!.sum),
  ...Object.keys(of.sums ?? {}),
];
