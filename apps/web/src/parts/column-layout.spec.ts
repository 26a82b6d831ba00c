import { fitting, laidOut, type Layout, layoutOf, ordered } from './column-layout';
import type { Column } from './grid/rows';

const column = (id: string, more: Partial<Column<unknown>> = {}): Column<unknown> => ({
  ...{ id, title: id, width: 100, cell: () => id },
  ...more,
});
const columns = [column('number'), column('customer', { grows: true }), column('open'), column('owner')];
const layout = (parts: Partial<Layout>): Layout => ({ order: [], widths: {}, pinned: [], ...parts });
const ids = (of: Column<unknown>[]): string[] => of.map(({ id }) => id);

describe('the columns of a list', () => {
  it("stand in the person's order, and those that are new behind them", () => {
    expect(ids(ordered(columns, layout({ order: ['open', 'number'] })))).toEqual([
      ...['open', 'number', 'customer', 'owner'],
    ]);
    expect(ids(ordered(columns, layout({ order: ['gone', 'owner'] })))[0]).toBe('owner');
  });

  it('that stay in sight come first and keep their width', () => {
    const laid = laidOut(columns, layout({ pinned: ['open', 'customer'] }));
    expect(ids(laid)).toEqual(['customer', 'open', 'number', 'owner']);
    expect(laid[0]).toMatchObject({ isPinned: true, grows: false, width: 100 });
  });

  it('have the width that somebody gave them, within reason', () => {
    const laid = laidOut(columns, layout({ widths: { customer: 222, open: 5, owner: 9_999 } }));
    expect(laid.map(({ width }) => width)).toEqual([100, 222, fitting(5), fitting(9_999)]);
    expect(laid[1]!.grows).toBe(false);
  });

  it.each(['', '{', '[]', 'null', '{"order":1}', '{"pinned":{}}'])(
    'are the standard where %s was kept',
    (kept) => {
      expect(ids(ordered(columns, layoutOf(kept)))).toEqual(ids(columns));
      expect(laidOut(columns, layoutOf(kept))).toEqual(columns);
    },
  );
});
