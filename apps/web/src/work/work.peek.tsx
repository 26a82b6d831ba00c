import { useLocale, useTranslations } from 'use-intl';
import { Commands } from '../command/commands';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import type { Rows } from '../parts/grid/grid';
import { Pairs } from '../parts/pairs';
import { Peek } from '../parts/peek';
import { useAddress } from '../time/use-time';
import { dayText } from '../words/formats';
import { Approval } from './approval';
import { Held } from './held';
import { useWhy } from './use-why';
import { WORK_COMMANDS } from './work.commands';
import { Kind, Next, Owner, Thing } from './work.columns';
import type { WorkItem } from './work.kinds';
import styles from './work.module.css';

/** One thing to do: why, since when, whose, and what can be said of it. */
export function WorkPeek({ id, rows }: { id: string; rows: Rows<WorkItem> }) {
  const t = useTranslations('work');
  const locale = useLocale();
  const why = useWhy();
  const { change } = useAddress();
  const every = Array.from({ length: rows.length }, (_nothing, at) => rows.at(at));
  const at = every.findIndex((row) => row?.id === id);
  const item = every[at];
  // What was done is gone: the next one is shown.
  const next = (): void => change({ _peek: (every[at + 1] ?? every[at - 1])?.id, _do: undefined }, 'replace');
  return (
    <Peek<WorkItem>
      title={t('one')}
      rows={rows}
      is={(row) => row.id === id}
      onRow={(row) => change({ _peek: row?.id }, 'replace')}
    >
      {!item && <p>{t('gone')}</p>}
      {item && (
        <>
          <Pairs
            pairs={[
              [t('kind'), <Kind key="kind" {...item} />],
              [t('next'), <Next key="next" {...item} />],
              [t('why'), why(item)],
              [t('since'), dayText(item.since, locale)],
              [t('about'), <Thing key="about" {...item} />],
              [
                t('customer'),
                item.customerId !== null && (
                  <Go to="/customers/$id" params={{ id: item.customerId }}>
                    {item.customerName ?? item.customerId}
                  </Go>
                ),
              ],
              [
                t('amount'),
                item.amount !== null && <Amount amount={item.amount} currency={item.currency ?? undefined} />,
              ],
              [t('owner'), <Owner key="owner" {...item} />],
            ]}
          />
          <div className={styles.acts} data-screen-only>
            {item.kind === 'approval-waiting' && <Approval key={item.id} item={item} onDone={next} />}
            {item.kind === 'escalations-held' && <Held onDone={next} />}
            <Commands commands={WORK_COMMANDS} subject={item} onDone={next} />
          </div>
        </>
      )}
    </Peek>
  );
}
