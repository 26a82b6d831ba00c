import { ERASED } from './plain-fact.js';

/** A row as the fold makes it: columns that it says nothing about are left out. `ERASED` is equal to anything. */
export type FoldedRow = Record<string, unknown>;

/** Rows by table and by key, the parts of a key joined by a space. */
export type FoldedTables = Map<string, Map<string, FoldedRow>>;

export const keyText = (...parts: readonly unknown[]): string => parts.map(String).join(' ');

/** Whether nothing can be said of the value. */
export const isErased = (value: unknown): boolean => value === ERASED;
