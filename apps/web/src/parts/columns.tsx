import { DialogTrigger } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import styles from './columns.module.css';
import { Popover } from './dialog';
import type { Column } from './grid/grid';
import menu from './menu.module.css';
import { useColumnActs } from './use-column-acts';

/** Which columns of the list are shown: `_cols` of the address. In what order, how wide and which stay in sight is the person's. */
export function Columns<Row>({ columns }: { columns: Column<Row>[] }) {
  const t = useTranslations('parts');
  const { layout, all, shown, toggle, move, narrow, widen, pin, reset } = useColumnActs(columns);
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
                      <input type="checkbox" checked={shown.includes(id)} onChange={() => toggle(id)} />
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
                    <Act sign="−" label={t('narrower', { column: title })} onPress={() => narrow(column)} />
                    <Act sign="+" label={t('wider', { column: title })} onPress={() => widen(column)} />
                    <label className={menu.check}>
                      <input
                        type="checkbox"
                        aria-label={t('pin', { column: title })}
                        checked={layout.pinned.includes(id)}
                        onChange={() => pin(id)}
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
