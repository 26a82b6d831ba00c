import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useMe } from '../api/session';
import { Figure } from '../parts/figure';
import { Sheet } from '../shell/page';
import { useTime } from '../time/use-time';
import styles from './overview.module.css';

/** Kinds that are told by themselves: what waits for a person's word, and what a customer did not keep. */
const TOLD = ['approval-waiting', 'broken-promise', 'payment-to-allocate'] as const;
const WORDS = {
  'approval-waiting': 'toApprove',
  'broken-promise': 'promisesBroken',
  'payment-to-allocate': 'toAllocate',
} as const;

/** How much there is to do: of everybody, of whoever looks, and of some kinds. Each count leads to exactly its rows. */
export function ToDo() {
  const t = useTranslations('overview');
  const { personId } = useMe();
  const { time } = useTime();
  const query = { ...time, of: 'kind' };
  const { data } = useAsk('/v1/work/facets', query, (signal) =>
    client.GET('/v1/work/facets', { params: { query }, signal }),
  );
  // Of people the facets tell the busiest twenty alone: whoever looks may be none of them.
  const own = { ...time, ownerId: personId };
  const { data: mine } = useAsk('/v1/work/summary', own, (signal) =>
    client.GET('/v1/work/summary', { params: { query: own }, signal }),
  );
  if (!data || !mine) return null;
  const counted = (of: string): number =>
    data.body.facets.kind?.values.find(({ value }) => value === of)?.count ?? 0;
  const shown = [
    ['mine', mine.body.count, { ownerId: personId }] as const,
    ...TOLD.map((of) => [WORDS[of], counted(of), { kind: of }] as const),
  ];
  return (
    <Sheet title={t('toDo')}>
      <dl className={styles.figures}>
        {shown.map(([word, count, search]) => (
          <div key={word}>
            <dt>{t(word)}</dt>
            <dd>
              <Figure value={{ count }} size="large" explain={{ to: '/work', search }} label={t(word)} />
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
