import type { Choosing } from './choosing';
import type { HeadMenu } from './head';
import type { Column, Rows } from './rows';

/** A list of the server, however it is shown. */
export interface GridProps<Row> {
  label: string;
  rows: Rows<Row>;
  /** All rows that match, where the server has counted them. */
  count?: number;
  columns: Column<Row>[];
  /** As the API takes it: `-open,number`. */
  sort?: string;
  onSort: (sort: string | undefined) => void;
  idOf: (row: Row) => string;
  onOpen: (row: Row) => void;
  onPeek?: (row: Row) => void;
  /** The row whose panel is open. */
  peeked?: string;
  /** How wide somebody wants a column, in pixels; undefined: as it comes. */
  onWidth?: (id: string, width: number | undefined) => void;
  /** What can be done with a column, at its head. */
  headMenu?: HeadMenu<Row>;
  /** Another panel stands beside the list. */
  isTight?: boolean;
  /** Rows can be chosen: by their box, Space, or Shift and the end of a range. */
  choosing?: Choosing<Row>;
}
