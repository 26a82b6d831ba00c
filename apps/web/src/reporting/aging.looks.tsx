import { useTranslations } from 'use-intl';
import { Here } from '../parts/here';
import { useAddress } from '../time/use-time';
import { byOf } from './aging.question';
import styles from './reporting.module.css';

type Look = 'customer' | 'owner' | 'series';
const ALL: readonly Look[] = ['customer', 'owner', 'series'];

/** Ways to look at the aging: the address says which. */
export function AgingLooks({ looks = ALL }: { looks?: readonly Look[] }) {
  const t = useTranslations('reporting.aging');
  const { search } = useAddress();
  const now = search._tab === 'series' ? 'series' : byOf(search);
  const words = [
    ['customer', t('byCustomer'), { by: undefined }],
    ['owner', t('byOwner'), { by: 'owner' }],
    ['series', t('overTime'), { _tab: 'series' }],
  ] as const;
  // What finds rows of the one finds none of the other.
  const none = {
    _tab: undefined,
    _explain: undefined,
    key: undefined,
    q: undefined,
    _cols: undefined,
    _row: undefined,
  };
  return (
    <ul className={styles.looks} aria-label={t('looks')} data-screen-only>
      {words
        .filter(([key]) => looks.includes(key))
        .map(([key, word, change]) => (
          <li key={key}>
            <Here change={{ ...none, ...change }} isCurrent={key === now}>
              {word}
            </Here>
          </li>
        ))}
    </ul>
  );
}
