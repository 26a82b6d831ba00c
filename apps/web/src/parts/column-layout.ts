import { useLocation } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import type { Column } from './grid/rows';

/** How somebody has the columns of a list: in what order, how wide in pixels, and which stay in sight. */
export interface Layout {
  order: readonly string[];
  widths: Readonly<Partial<Record<string, number>>>;
  pinned: readonly string[];
}

/** Pixels of a column. */
const [LEAST, MOST] = [56, 640];
const STANDARD: Layout = { order: [], widths: {}, pinned: [] };

const listeners = new Set<() => void>();
const listen = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};
const nameOf = (list: string): string => `quittance.columns ${list}`;

/** Of the list that is this page, kept in this browser as the person's. */
export function useLayout(): { layout: Layout; change: (parts: Partial<Layout>) => void; reset: () => void } {
  const list = useLocation({ select: ({ pathname }) => pathname });
  const kept = useSyncExternalStore(listen, () => localStorage.getItem(nameOf(list)));
  const layout = layoutOf(kept);
  const keep = (next: Layout | undefined): void => {
    if (next) localStorage.setItem(nameOf(list), JSON.stringify(next));
    else localStorage.removeItem(nameOf(list));
    listeners.forEach((told) => told());
  };
  return { layout, change: (parts) => keep({ ...layout, ...parts }), reset: () => keep(undefined) };
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
