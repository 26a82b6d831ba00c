import type { Column } from './rows';

/** Pixels from the beginning of the row at which what stays in sight stands; the box to choose a row has no name. */
export type Edges = ReadonlyMap<string, number>;

/** The width of the box by which a row is chosen. */
export const BOX = { width: 44, grows: false };

/** They come first, one beside the other. */
export function edgesOf(columns: readonly Column<never>[], hasBox: boolean): Edges {
  const pinned = columns.filter(({ isPinned }) => isPinned);
  let at = hasBox ? BOX.width : 0;
  const edges = new Map<string, number>(hasBox && pinned.length > 0 ? [['', 0]] : []);
  for (const { id, width } of pinned) {
    edges.set(id, at);
    at += width;
  }
  return edges;
}

/** What a cell of it says of itself. */
export function pinnedAt(edges: Edges, id: string) {
  const at = edges.get(id);
  return at === undefined ? undefined : { 'data-pinned': true, style: { insetInlineStart: at } };
}
