import { DialogTrigger } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useAddress } from '../time/use-time';
import { Button } from './button';
import { fitting, laidOut, type Layout, ordered, useLayout } from './column-layout';
import styles from './columns.module.css';
import { Popover } from './dialog';
import menu from './menu.module.css';
import type { Column } from './grid/grid';

/** Pixels by which a column gets wider or narrower at a press. */
const STEP = 24;

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

/** Which columns of the list are shown: `_cols` of the address. In what order, how wide and which stay in sight is the person's. */
export function Columns<Row>({ columns }: { columns: Column<Row>[] }) {
  const t = useTranslations('parts');
  const { search, change: go } = useAddress();
  const { layout, change, reset } = useLayout();
  const all = ordered(columns, layout);
  const shown = (search._cols?.split(',') ?? standardOf(columns)).filter((id) =>
    columns.some((column) => column.id === id),
  );
  /** In that order of all columns, whichever was chosen last. */
  const show = (now: readonly string[], order: readonly string[]): void => {
    const named = order.filter((id) => now.includes(id));
    if (named.length === 0) return;
    const isStandard = [...named].sort().join() === [...standardOf(columns)].sort().join();
    go({ _cols: isStandard ? undefined : named.join() }, 'replace');
  };
  const move = (id: string, by: number): void => {
    const order = all.map((column) => column.id);
    const at = order.indexOf(id);
    order.splice(at, 1);
    order.splice(at + by, 0, id);
    change({ order });
    if (search._cols !== undefined) show(shown, order);
  };
  const widen = ({ id, width }: Column<Row>, by: number): void =>
    change({ widths: { ...layout.widths, [id]: fitting((layout.widths[id] ?? width) + by) } });
  const toggle = (list: readonly string[], id: string): string[] =>
    list.includes(id) ? list.filter((one) => one !== id) : [...list, id];
  return (
    <DialogTrigger>
      <Button>
        {t('columns')} <span aria-hidden="true">▾</span>
      </Button>
      <Popover title={t('columns')}>
        {() => (
          <>
            <ul className={styles.columns}>
              {all.map((column, at) => {
                const { id, title } = column;
                return (
                  <li key={id}>
                    <label className={menu.check}>
                      <input
                        type="checkbox"
                        checked={shown.includes(id)}
                        onChange={() =>
                          show(
                            toggle(shown, id),
                            all.map((one) => one.id),
                          )
                        }
                      />
                      {title}
                    </label>
                    <Act
                      sign="↑"
                      label={t('earlier', { column: title })}
                      at={at}
                      onPress={() => move(id, -1)}
                    />
                    <Act
                      sign="↓"
                      label={t('later', { column: title })}
                      at={all.length - 1 - at}
                      onPress={() => move(id, 1)}
                    />
                    <Act
                      sign="−"
                      label={t('narrower', { column: title })}
                      onPress={() => widen(column, -STEP)}
                    />
                    <Act sign="+" label={t('wider', { column: title })} onPress={() => widen(column, STEP)} />
                    <label className={menu.check}>
                      <input
                        type="checkbox"
                        aria-label={t('pin', { column: title })}
                        checked={layout.pinned.includes(id)}
                        onChange={() => change({ pinned: toggle(layout.pinned, id) })}
                      />
                      {t('pinned')}
                    </label>
                  </li>
                );
              })}
            </ul>
            <Button look="quiet" onPress={reset}>
              {t('columnsAsTheyCome')}
            </Button>
          </>
        )}
      </Popover>
    </DialogTrigger>
  );
}

const standardOf = (columns: Column<never>[]): string[] =>
  columns.filter(({ hidden }) => !hidden).map(({ id }) => id);

/** A sign that is pressed. @param at how far it can go that way */
function Act({
  sign,
  label,
  at = 1,
  onPress,
}: {
  sign: string;
  label: string;
  at?: number;
  onPress: () => void;
}) {
  return (
    <Button look="quiet" aria-label={label} isDisabled={at === 0} onPress={onPress}>
      {sign}
    </Button>
  );
}
