import type en from './en';

/** The same keys in every language: one that is missing does not compile. */
type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
export type Words = SameKeys<typeof en>;
