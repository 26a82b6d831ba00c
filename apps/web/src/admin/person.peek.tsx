import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { Commands } from '../command/commands';
import { Waiting } from '../parts/empty';
import { Go } from '../parts/go';
import type { Rows } from '../parts/grid/grid';
import { Pairs } from '../parts/pairs';
import { Peek } from '../parts/peek';
import { Trouble } from '../parts/trouble';
import { useAddress, useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import styles from './admin.module.css';
import type { Person } from './people.columns';
import { PERSON_COMMANDS, UNDO_HAND_OVER } from './people.commands';

/** A person beside their list: what they do, when they are away, to whom they handed over. */
export function PersonPeek({ id, rows }: { id: string; rows: Rows<Person> }) {
  const t = useTranslations('admin');
  const locale = useLocale();
  const { change } = useAddress();
  const { data, error } = useAsk('/v1/people/{id}', { id }, (signal) =>
    client.GET('/v1/people/{id}', { params: { path: { id } }, signal }),
  );
  const person = data?.body.id === id ? data.body : undefined;
  return (
    <Peek<Person>
      title={person?.name ?? id}
      rows={rows}
      is={(row) => row.id === id}
      onRow={(row) => change({ _peek: row?.id }, 'replace')}
    >
      {error && <Trouble error={error} />}
      {!person && !error && <Waiting label={t('people')} />}
      {person && (
        <>
          <Pairs
            pairs={[
              [t('person'), person.id],
              [t('email'), person.email],
              [t('roles'), person.roles.join(', ')],
              [t('manager'), person.managerId],
              [t('lead'), person.leadId],
              [t('alerts'), t('alertWays', { alerts: person.alerts, language: person.language ?? 'en' })],
              [t('seenOn'), person.seenOn && dayText(person.seenOn, locale)],
            ]}
          />
          <div className={styles.acts} data-screen-only>
            <Commands commands={PERSON_COMMANDS} subject={person} seen={data?.head.etag} />
          </div>
          <Away id={id} />
          <HandedOver person={person} seen={data?.head.etag} />
          <Go to="/work" search={{ ownerId: id }}>
            {t('theirWork')}
          </Go>
        </>
      )}
    </Peek>
  );
}

/** When they are away, and who stands in. */
function Away({ id }: { id: string }) {
  const t = useTranslations('admin');
  const locale = useLocale();
  const { time } = useTime();
  const query = { personId: id, ...time, limit: 20 };
  const { data } = useAsk('/v1/absences', query, (signal) =>
    client.GET('/v1/absences', { params: { query }, signal }),
  );
  const items = (data?.body.items ?? []).filter(({ personId }) => personId === id);
  if (items.length === 0) return null;
  return (
    <section aria-label={t('absences')}>
      <h3>{t('absences')}</h3>
      <ul className={styles.list}>
        {items.map((one) => (
          <li key={one.id}>
            {t('away', {
              from: dayText(one.from, locale),
              to: dayText(one.to, locale),
              deputy: one.deputyId,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** To whom all that was theirs went, and what takes that back. */
function HandedOver({ person, seen }: { person: Person; seen?: string }) {
  const t = useTranslations('admin');
  const locale = useLocale();
  const { time } = useTime();
  const query = { personId: person.id, ...time, limit: 20 };
  const { data } = useAsk('/v1/hand-overs', query, (signal) =>
    client.GET('/v1/hand-overs', { params: { query }, signal }),
  );
  const items = (data?.body.items ?? []).filter(({ personId }) => personId === person.id);
  if (items.length === 0) return null;
  return (
    <section aria-label={t('handOvers')}>
      <h3>{t('handOvers')}</h3>
      <ul className={styles.list}>
        {items.map((one) => (
          <li key={one.id}>
            {t('handedOver', { day: dayText(one.handedOverOn, locale), person: one.toPersonId })}
            {one.undone ? ` · ${t('undone')}` : ''}
          </li>
        ))}
      </ul>
      {items.some(({ undone }) => !undone) && (
        <Commands commands={[UNDO_HAND_OVER]} subject={person} seen={seen} of={person.id} look="quiet" />
      )}
    </section>
  );
}
