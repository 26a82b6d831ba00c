import { DialogTrigger } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useAddress } from '../time/use-time';
import { Button } from './button';
import styles from './menu.module.css';
import { Popover } from './dialog';
import type { Column } from './grid/grid';

/** Those that the address names, in its order; else those that are shown to everybody. */
export function shownColumns<Row>(columns: Column<Row>[], named: string | undefined): Column<Row>[] {
  const chosen = named?.split(',').flatMap((id) => columns.find((column) => column.id === id) ?? []);
  return chosen?.length ? chosen : columns.filter(({ hidden }) => !hidden);
}

/** Which columns of the list are shown: `_cols` of the address. */
export function Columns<Row>({ columns }: { columns: Column<Row>[] }) {
  const t = useTranslations('parts');
  const { search, change } = useAddress();
  const shown = shownColumns(columns, search._cols).map(({ id }) => id);
  const standard = columns.filter(({ hidden }) => !hidden).map(({ id }) => id);
  const toggle = (id: string): void => {
    const now = shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id];
    // In the order of the list, whichever was chosen last.
    const named = columns.map((column) => column.id).filter((one) => now.includes(one));
    if (named.length === 0) return;
    change({ _cols: named.join() === standard.join() ? undefined : named.join() }, 'replace');
  };
  return (
    <DialogTrigger>
      <Button>
        {t('columns')} <span aria-hidden="true">▾</span>
      </Button>
      <Popover title={t('columns')}>
        {() => (
          <ul className={styles.kinds}>
            {columns.map(({ id, title }) => (
              <li key={id}>
                <label className={styles.check}>
                  <input type="checkbox" checked={shown.includes(id)} onChange={() => toggle(id)} />
                  {title}
                </label>
              </li>
            ))}
          </ul>
        )}
      </Popover>
    </DialogTrigger>
  );
}
