import type { Columns } from './column.js';

/** A list, by what is said of its values. */
export interface Faceted {
  of: { columns: Columns; facets?: object; lacks?: object };
}

/** What the list's rows can be counted and grouped by. */
export const facetsOf = ({ of }: Faceted): string[] => [
  ...Object.keys(of.columns).filter((name) => of.columns[name]!.facet),
  ...Object.keys(of.facets ?? {}),
];
