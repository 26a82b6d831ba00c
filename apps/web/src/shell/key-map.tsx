import { useTranslations } from 'use-intl';
import { Dialog } from '../parts/dialog';
import { SingleKeysChoice } from '../parts/single-keys-choice';
import styles from './key-map.module.css';
import { usePages } from './navigation';

/** Keys, and the word of what they do. */
const KEYS = [
  ['Ctrl K', 'palette'],
  ['?', 'map'],
  ['/', 'search'],
  ['↑ ↓ j k', 'move'],
  ['PgUp PgDn Home End', 'far'],
  ['x', 'choose'],
  ['Shift ↓', 'extend'],
  ['Ctrl A', 'all'],
  ['Enter', 'open'],
  ['o', 'peek'],
  ['n', 'new'],
  ['p e d m a', 'invoice'],
  ['y n', 'decide'],
  ['t', 'time'],
  ['t n', 'now'],
  ['t f', 'fix'],
  ['[ ]', 'day'],
  ['Shift [ ]', 'month'],
  ['c', 'compare'],
  ['Ctrl Enter', 'send'],
  ['Esc', 'close'],
] as const;

/** What each key does. */
export default function KeyMap({
  onClose,
  letters,
}: {
  onClose: () => void;
  letters: Record<string, string>;
}) {
  const t = useTranslations('palette');
  const goes = usePages().flatMap(({ to, title }) =>
    Object.entries(letters)
      .filter(([, path]) => path === to)
      .map(([letter]) => ({ keys: `g ${letter}`, does: title })),
  );
  return (
    <Dialog title={t('keys')} isOpen onClose={onClose}>
      <dl className={styles.keys}>
        {[...KEYS.map(([keys, word]) => ({ keys, does: t(`does.${word}`) })), ...goes].map(
          ({ keys, does }) => (
            <div key={keys}>
              <dt>
                {keys.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ),
        )}
      </dl>
      <SingleKeysChoice />
    </Dialog>
  );
}
