import { parseSearch, type Search, stringifySearch } from '../time/search';
import type { Target } from './go';

/** A cell: what `GET /v1/explain` says what it is made of. What is left out is as the address has it. */
export interface Cell {
  /** Whose figure it is; of the aging when left out. */
  report?: 'customer' | 'invoice' | 'payment' | 'credit-note';
  /** Row and column as the API has them: `C-104/1-30`, `/open` of the totals, `-/unapplied` of nobody known, `C-104/balance` of a thing. */
  cell: string;
  currency: string;
  by?: 'customer' | 'owner';
  basis?: 'agreed' | 'contractual' | 'issued';
  buckets?: string;
  definition?: string;
  /** Where a figure stands at another place in time than the page. */
  asOf?: string;
  knownAt?: string;
  /** The invoice among its lines whose facts are shown. */
  line?: string;
}

/** How a figure is made: by a cell that the API explains in a panel, or by the rows that make exactly it. */
export type Explanation = Target | Cell;

export const isCell = (explanation: Explanation): explanation is Cell => 'cell' in explanation;

/** As `_explain` of the address holds it: it reads the same wherever the panel is open. */
export const explainText = (cell: Cell): string => stringifySearch(cell as unknown as Search).slice(1);

/** @returns undefined where it names no cell */
export function readExplain(text: string): Cell | undefined {
  const { cell, currency, ...more } = parseSearch(text);
  return cell && currency ? { cell, currency, ...(more as Omit<Cell, 'cell' | 'currency'>) } : undefined;
}

/** A figure of one customer, invoice, payment or credit note. */
export const figureOf = (
  report: NonNullable<Cell['report']>,
  { id, currency }: { id: string; currency: string },
  column: string,
): Cell => ({ report, cell: `${id}/${column}`, currency });
