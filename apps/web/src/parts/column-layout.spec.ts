import { fitting, laidOut, type Layout, layoutOf, movedBeside, neighbour, ordered } from './column-layout';
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

  it('change places with what is seen beside them, and not across those that stay in sight', () => {
    const laid = laidOut(columns, layout({ pinned: ['open'] }));
    expect(ids(laid)).toEqual(['open', 'number', 'customer', 'owner']);
    expect([neighbour(laid, 'number', -1), neighbour(laid, 'number', 1)]).toEqual([undefined, 'customer']);
    expect([neighbour(laid, 'open', 1), neighbour(laid, 'owner', 1)]).toEqual([undefined, undefined]);
    // Whatever is hidden between them.
    expect(movedBeside(ids(columns), 'owner', 'customer', -1)).toEqual([
      'number',
      'owner',
      'customer',
      'open',
    ]);
    expect(movedBeside(ids(columns), 'number', 'open', 1)).toEqual(['customer', 'open', 'number', 'owner']);
  });

  it.each(['', '{', '[]', 'null', '{"order":1}', '{"pinned":{}}'])(
    'are the standard where %s was kept',
    (kept) => {
      expect(ids(ordered(columns, layoutOf(kept)))).toEqual(ids(columns));
      expect(laidOut(columns, layoutOf(kept))).toEqual(columns);
    },
  );
});
