import { useState } from 'react';
import type { Rows } from './rows';

/** Which rows of a list are chosen, by id. */
export interface Choosing<Row> {
  chosen: ReadonlyMap<string, Row>;
  choose: (rows: readonly Row[], on: boolean) => void;
  /** What a reader hears beside the box of a row. */
  label: (row: Row) => string;
  /** Chooses every row that matches, also those that have not come yet. */
  chooseAll?: () => Promise<void>;
}

/**
 * Rows chosen in the answer to one question: another question begins with none.
 * @param question what was asked, as text
 */
export function useChosen<Row>(question: string, idOf: (row: Row) => string) {
  const [kept, keep] = useState<{ question: string; chosen: ReadonlyMap<string, Row> }>();
  const chosen: ReadonlyMap<string, Row> = kept?.question === question ? kept.chosen : new Map();
  const set = (next: ReadonlyMap<string, Row>): void => keep({ question, chosen: next });
  return {
    chosen,
    choose: (rows: readonly Row[], on: boolean): void => {
      const next = new Map(chosen);
      for (const row of rows) {
        if (on) next.set(idOf(row), row);
        else next.delete(idOf(row));
      }
      set(next);
    },
    clear: () => set(new Map()),
  };
}

/** Chooses a row, or all from the one before to it; once more, and they are not chosen any longer. */
export function useRange<Row>(rows: Rows<Row>, idOf: (row: Row) => string, choosing?: Choosing<Row>) {
  const [last, setLast] = useState<number>();
  return (at: number, isRange: boolean): void => {
    const row = rows.at(at);
    if (!choosing || !row) return;
    setLast(at);
    choosing.choose(between(rows, isRange ? (last ?? at) : at, at), !choosing.chosen.has(idOf(row)));
  };
}

/** Rows of both places and between, as far as they have come. */
export const between = <Row>(rows: Rows<Row>, one: number, other: number): Row[] =>
  Array.from({ length: Math.abs(one - other) + 1 }, (_nothing, i) =>
    rows.at(Math.min(one, other) + i),
  ).filter((row) => row !== undefined);
