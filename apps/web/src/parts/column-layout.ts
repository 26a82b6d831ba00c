import { useLocation } from '@tanstack/react-router';
import type { Column } from './grid/rows';
import { useKeptHere } from './kept-here';

/** How somebody has the columns of a list: in what order, how wide in pixels, and which stay in sight. */
export interface Layout {
  order: readonly string[];
  widths: Readonly<Partial<Record<string, number>>>;
  pinned: readonly string[];
}

/** Pixels of a column. */
const [LEAST, MOST] = [56, 640];
const STANDARD: Layout = { order: [], widths: {}, pinned: [] };

/** Of the list that is this page, kept in this browser as the person's. */
export function useLayout(): { layout: Layout; change: (parts: Partial<Layout>) => void; reset: () => void } {
  const list = useLocation({ select: ({ pathname }) => pathname });
  const [kept, keep] = useKeptHere(`quittance.columns ${list}`);
  const layout = layoutOf(kept);
  return {
    layout,
    change: (parts) => keep(JSON.stringify({ ...layout, ...parts })),
    reset: () => keep(null),
  };
}

/** What a browser kept may be of another release, or of nobody: what cannot be read is the standard. */
export function layoutOf(kept: string | null): Layout {
  try {
    const read = { ...STANDARD, ...(JSON.parse(kept ?? '{}') as Partial<Layout>) };
    const { order, widths, pinned } = read;
    return Array.isArray(order) && Array.isArray(pinned) && typeof widths === 'object' ? read : STANDARD;
  } catch {
    return STANDARD;
  }
}

/** A width that can still be read and leaves room for others. */
export const fitting = (width: number): number => Math.round(Math.min(Math.max(width, LEAST), MOST));

/** All columns in the person's order; what they know nothing of stands at its own place behind the others. */
export function ordered<Row>(columns: Column<Row>[], { order }: Layout): Column<Row>[] {
  const placeOf = ({ id }: Column<Row>): number => {
    const place = order.indexOf(id);
    return place < 0 ? order.length + columns.findIndex((one) => one.id === id) : place;
  };
  return [...columns].sort((a, b) => placeOf(a) - placeOf(b));
}

/** As wide as the person has them, those that stay in sight first. */
export function laidOut<Row>(columns: Column<Row>[], { widths, pinned }: Layout): Column<Row>[] {
  const sized = columns.map((column): Column<Row> => {
    const width = widths[column.id];
    const isPinned = pinned.includes(column.id);
    if (typeof width !== 'number') return isPinned ? { ...column, grows: false, isPinned } : column;
    return { ...column, width: fitting(width), grows: false, isPinned };
  });
  return [...sized.filter(({ isPinned }) => isPinned), ...sized.filter(({ isPinned }) => !isPinned)];
}

/** Those that the address names, in its order; else those that are shown to everybody, in the person's. */
export function shownColumns<Row>(
  columns: Column<Row>[],
  named: string | undefined,
  layout: Layout,
): Column<Row>[] {
  const chosen = named?.split(',').flatMap((id) => columns.find((column) => column.id === id) ?? []);
  const shown = chosen?.length ? chosen : ordered(columns, layout).filter(({ hidden }) => !hidden);
  return laidOut(shown, layout);
}

/** What stands beside a column and can change places with it: what stays in sight keeps its own end of the row. */
export function neighbour<Row>(shown: Column<Row>[], id: string, by: -1 | 1): string | undefined {
  const isPinned = shown.find((column) => column.id === id)?.isPinned;
  const peers = shown.filter((column) => Boolean(column.isPinned) === Boolean(isPinned));
  return peers[peers.findIndex((column) => column.id === id) + by]?.id;
}

/** The ids with one of them moved to the other side of another. */
export function movedBeside(ids: readonly string[], id: string, other: string, by: -1 | 1): string[] {
  const moved = ids.filter((one) => one !== id);
  moved.splice(moved.indexOf(other) + (by === 1 ? 1 : 0), 0, id);
  return moved;
}
