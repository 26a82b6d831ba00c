import { useAddress } from '../time/use-time';
import { fitting, movedBeside, neighbour, ordered, shownColumns, useLayout } from './column-layout';
import type { Column } from './grid/rows';

/** Pixels by which a column gets wider or narrower at a press. */
const STEP = 24;

/** What can be done with the columns of a list: which are shown is in the address, everything else is the person's. */
export function useColumnActs<Row>(columns: Column<Row>[]) {
  const { search, change: go } = useAddress();
  const { layout, change, reset } = useLayout();
  const all = ordered(columns, layout);
  const ids = all.map(({ id }) => id);
  const shown = (search._cols?.split(',') ?? standardOf(columns)).filter((id) => ids.includes(id));
  const name = (named: readonly string[]): void => go({ _cols: named.join() }, 'replace');
  /** In that order of all columns, whichever was chosen last. */
  const show = (now: readonly string[], order: readonly string[]): void => {
    const named = order.filter((id) => now.includes(id));
    if (named.length === 0) return;
    const isStandard = [...named].sort().join() === [...standardOf(columns)].sort().join();
    if (isStandard) go({ _cols: undefined }, 'replace');
    else name(named);
  };
  const inSight = shownColumns(columns, search._cols, layout);
  return {
    layout,
    all,
    shown,
    reset,
    toggle: (id: string): void => show(toggled(shown, id), ids),
    /** One place in the order of all, whether they are shown or not. */
    move: (id: string, by: -1 | 1): void => {
      const order = movedBeside(ids, id, ids[ids.indexOf(id) + by]!, by);
      change({ order });
      if (search._cols !== undefined) show(shown, order);
    },
    canStep: (id: string, by: -1 | 1): boolean => neighbour(inSight, id, by) !== undefined,
    /** To the other side of the column that is seen beside it. */
    step: (id: string, by: -1 | 1): void => {
      const other = neighbour(inSight, id, by);
      if (other === undefined) return;
      change({ order: movedBeside(ids, id, other, by) });
      if (search._cols !== undefined) name(movedBeside(shown, id, other, by));
    },
    narrow: ({ id, width }: Column<Row>): void => change(widthOf(id, (layout.widths[id] ?? width) - STEP)),
    widen: ({ id, width }: Column<Row>): void => change(widthOf(id, (layout.widths[id] ?? width) + STEP)),
    pin: (id: string): void => change({ pinned: toggled(layout.pinned, id) }),
  };

  function widthOf(id: string, width: number) {
    return { widths: { ...layout.widths, [id]: fitting(width) } };
  }
}

const toggled = (list: readonly string[], id: string): string[] =>
  list.includes(id) ? list.filter((one) => one !== id) : [...list, id];

const standardOf = (columns: Column<never>[]): string[] =>
  columns.filter(({ hidden }) => !hidden).map(({ id }) => id);
