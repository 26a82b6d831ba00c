import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { send } from '../api/command';
import { Problem } from '../api/problem';
import { useMay, useMe } from '../api/session';
import { Button } from '../parts/button';
import { Field } from '../parts/field';
import { instantText } from '../words/formats';
import styles from './known-at.module.css';
import { type NamedInstant, useInstants } from './use-times';

interface Props {
  /** Where the page stands: it can be given a name. */
  knownAt: string | undefined;
  onShow: (knownAt: string) => void;
}

/** Instants that somebody gave a name, such as the close of a month: everybody sees them. */
export function NamedInstants({ knownAt, onShow }: Props) {
  const t = useTranslations('time');
  const mayName = useMay('POST /v1/instants');
  const { data } = useInstants();
  const named = data?.body.items ?? [];
  const hasName = named.some((one) => Date.parse(one.knownAt) === Date.parse(knownAt ?? ''));
  return (
    <section className={styles.part} aria-label={t('named')}>
      <h3 className={styles.title}>{t('named')}</h3>
      {data && named.length === 0 && <p className={styles.muted}>{t('noneNamed')}</p>}
      <ul className={styles.named}>
        {named.map((one) => (
          <Named key={one.id} instant={one} onShow={onShow} />
        ))}
      </ul>
      {knownAt !== undefined && mayName && data && !hasName && <Name knownAt={knownAt} />}
    </section>
  );
}

function Named({ instant, onShow }: { instant: NamedInstant; onShow: (knownAt: string) => void }) {
  const t = useTranslations('time');
  const locale = useLocale();
  const me = useMe();
  const queries = useQueryClient();
  const { id, name, knownAt, personId } = instant;
  const remove = async (): Promise<void> => {
    await send({ path: '/v1/instants/{id}/removal', names: { id }, body: {}, key: crypto.randomUUID() });
    await queries.invalidateQueries({ queryKey: ['/v1/instants'] });
  };
  return (
    <li>
      <Button look="quiet" onPress={() => onShow(knownAt)}>
        {name}
      </Button>
      <span className={styles.muted}>{instantText(knownAt, locale, me.entity.timeZone)}</span>
      {(personId === me.personId || me.roles.includes('admin')) && (
        <Button look="quiet" aria-label={t('removeName', { name })} onPress={() => void remove()}>
          ✕
        </Button>
      )}
    </li>
  );
}

function Name({ knownAt }: { knownAt: string }) {
  const t = useTranslations('time');
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string>();
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setWrong(undefined);
    try {
      await send({ path: '/v1/instants', body: { name: name.trim(), knownAt }, key: crypto.randomUUID() });
      await queries.invalidateQueries({ queryKey: ['/v1/instants'] });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setWrong(error.byField()['/name'] ?? error.message);
    }
  };
  return (
    <form className={styles.part} aria-label={t('nameIt')} onSubmit={(event) => void keep(event)}>
      <Field
        label={t('nameIt')}
        hint={t('nameHint')}
        value={name}
        onChange={setName}
        wrong={wrong}
        isRequired
        autoComplete="off"
      />
      <Button type="submit">{t('keep')}</Button>
    </form>
  );
}
