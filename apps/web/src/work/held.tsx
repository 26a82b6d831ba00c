import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { Commands } from '../command/commands';
import { CONFIRM_ESCALATIONS } from '../command/first-run';
import { Figure } from '../parts/figure';
import { useTime } from '../time/use-time';

/** Steps that wait for a manager, because a first run would take many at once: how many, which, and their confirmation. */
export function Held({ onDone }: { onDone: () => void }) {
  const t = useTranslations('work');
  const { time } = useTime();
  const held = { code: 'not-confirmed' };
  const query = { ...time, ...held };
  const { data } = useAsk('/v1/dunning/blocked/summary', query, (signal) =>
    client.GET('/v1/dunning/blocked/summary', { params: { query }, signal }),
  );
  return (
    <>
      {data && (
        <p>
          <Figure
            value={{ count: data.body.count }}
            explain={{ to: '/reminders/blocked', search: held }}
            label={t('held')}
          />{' '}
          {t('heldSteps', { count: data.body.count })}
        </p>
      )}
      <Commands commands={[CONFIRM_ESCALATIONS]} subject={{}} of="held" onDone={onDone} />
    </>
  );
}
