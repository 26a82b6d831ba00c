import { useTranslations } from 'use-intl';
import styles from './menu.module.css';
import { useSingleKeysOn } from './single-keys';

/** Switches single keys off and on again. */
export function SingleKeysChoice() {
  const t = useTranslations('palette');
  const [on, turn] = useSingleKeysOn();
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={on} onChange={({ target }) => turn(target.checked)} />
      {t('singleKeys')}
    </label>
  );
}
