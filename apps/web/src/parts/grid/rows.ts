import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  title: string;
  /** Pixels at least; what is left over goes to the columns that grow. */
  width: number;
  grows?: boolean;
  /** Figures stand on their last digit. */
  align?: 'end';
  /** Whether the API sorts by it. */
  sorts?: boolean;
  /** The filter of what it shows, where that is not its id. */
  filter?: string;
  cell: (row: Row) => ReactNode;
  /** Where the screen is narrow, rows have two lines: in which it stands, or in neither. */
  narrow?: 1 | 2;
  /** What stands there, where that is not the cell: a figure brings its currency. */
  narrowCell?: (row: Row) => ReactNode;
  /** Left out while a panel stands beside the list. */
  spare?: boolean;
  /** Stays in sight when the others are scrolled. */
  isPinned?: boolean;
  /** Left out unless somebody chooses it. */
  hidden?: boolean;
  /** What CSV calls it, where that is not its id; nothing where CSV has no such column. */
  csv?: string[];
}

export interface Rows<Row> {
  /** How many rows can be scrolled to by now. */
  length: number;
  /** Whether more follow, and whether `length` is all there are. */
  more: boolean;
  /** Undefined while it is on its way. */
  at: (index: number) => Row | undefined;
  /** Told which rows are in sight. */
  see: (from: number, to: number) => void;
}
