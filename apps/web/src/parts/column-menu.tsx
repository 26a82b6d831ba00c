import { useMemo, useState } from 'react';
import { Menu, MenuItem, Popover as Floating, Separator } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import styles from './column-menu.module.css';
import { Popover } from './dialog';
import type { Counting } from './facet-values';
import type { FilterChoice } from './filter-choice';
import { FilterForm } from './filter-form';
import type { Column } from './grid/rows';
import { otherTerms, sortOf, sortTo } from './grid/sorting';
import { useColumnActs } from './use-column-acts';

export interface Props<Row> {
  column: Column<Row>;
  /** All of the list, shown or not. */
  columns: Column<Row>[];
  sort?: string;
  onSort: (sort: string | undefined) => void;
  choices: FilterChoice[];
  counting?: Counting;
  /** The button of the head. */
  at: HTMLButtonElement;
  close: () => void;
}

/** What can be done with one column, at its head: its order, its filter, where it stands and how wide. */
export default function ColumnMenu<Row>(props: Props<Row>) {
  const { column, columns, sort, onSort, choices, counting, at, close } = props;
  const { id, title, sorts, filter = id } = column;
  const t = useTranslations('parts');
  const trigger = useMemo(() => ({ current: at }), [at]);
  const [isFiltering, setFiltering] = useState(false);
  const { layout, shown, canStep, step, narrow, widen, pin, toggle } = useColumnActs(columns);
  const choice = choices.find(({ name }) => name === filter);
  const isSorted = sortOf(sort, id) !== undefined;
  const addsTo = otherTerms(sort, id).length > 0;
  // Its head is gone then, and the focus with it: the rows take it.
  const hide = (): void => {
    const grid = at.closest<HTMLElement>('[role=grid]');
    toggle(id);
    close();
    requestAnimationFrame(() => grid?.focus());
  };
  if (isFiltering && choice) {
    return (
      <Popover title={choice.title} at={trigger} onClose={close}>
        {() => <FilterForm of={choice} {...{ choices, counting, close }} />}
      </Popover>
    );
  }
  const way = (to: 'up' | 'down' | undefined, adds: boolean) => () => onSort(sortTo(sort, id, to, adds));
  return (
    <Floating
      trigger="MenuTrigger"
      className={styles.floating}
      triggerRef={trigger}
      isOpen
      onOpenChange={close}
      placement="bottom start"
      offset={2}
    >
      <Menu
        aria-label={t('columnMenu', { column: title })}
        className={styles.menu}
        autoFocus="first"
        onClose={() => !isFiltering && close()}
      >
        {sorts && (
          <>
            <Item word="sortAscending" act={way('up', false)} />
            <Item word="sortDescending" act={way('down', false)} />
            {addsTo && <Item word="addAscending" act={way('up', true)} />}
            {addsTo && <Item word="addDescending" act={way('down', true)} />}
            {isSorted && <Item word="unsort" act={way(undefined, true)} />}
            <Separator className={styles.line} />
          </>
        )}
        {choice && <Item word="filterColumn" act={() => setFiltering(true)} stays />}
        {shown.length > 1 && <Item word="hideColumn" act={hide} stays />}
        <Separator className={styles.line} />
        <Item word={layout.pinned.includes(id) ? 'unpinColumn' : 'pinColumn'} act={() => pin(id)} />
        <Item word="moveLeft" act={() => step(id, -1)} cannot={!canStep(id, -1)} />
        <Item word="moveRight" act={() => step(id, 1)} cannot={!canStep(id, 1)} />
        {/* Pressed as often as it takes. */}
        <Item word="narrowColumn" act={() => narrow(column)} stays />
        <Item word="widenColumn" act={() => widen(column)} stays />
      </Menu>
    </Floating>
  );
}

type Word =
  | 'sortAscending'
  | 'sortDescending'
  | 'addAscending'
  | 'addDescending'
  | 'unsort'
  | 'filterColumn'
  | 'hideColumn'
  | 'pinColumn'
  | 'unpinColumn'
  | 'moveLeft'
  | 'moveRight'
  | 'narrowColumn'
  | 'widenColumn';

/** @param stays whether the menu does */
function Item({ word, act, cannot, stays }: { word: Word; act: () => void; cannot?: boolean; stays?: true }) {
  const t = useTranslations('parts');
  return (
    <MenuItem
      id={word}
      className={styles.item}
      isDisabled={cannot}
      shouldCloseOnSelect={!stays}
      onAction={act}
      textValue={t(word)}
    >
      {t(word)}
    </MenuItem>
  );
}
