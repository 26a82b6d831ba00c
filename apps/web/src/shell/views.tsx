import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { send } from '../api/command';
import { Problem } from '../api/problem';
import type { paths } from '../api/schema';
import { useMe } from '../api/session';
import { Button } from '../parts/button';
import { Popover } from '../parts/dialog';
import { Field } from '../parts/field';
import { Go, type Path } from '../parts/go';
import { parseSearch, type Search, stringifySearch, TIME_KEYS } from '../time/search';
import { useAddress } from '../time/use-time';
import styles from './views.module.css';

const PATH = '/v1/views';
type View = paths['/v1/views']['get']['responses'][200]['content']['application/json']['items'][number];

const KEPT = ['_cols', '_group'];

/** What of an address is a view: filters, order and columns. Time is the reader's, a panel the moment's. */
function savedOf(search: Search): string {
  const kept = Object.entries(search).filter(
    ([name]) => !TIME_KEYS.some((key) => key === name) && (!name.startsWith('_') || KEPT.includes(name)),
  );
  return stringifySearch(Object.fromEntries(kept)).slice(1);
}

const useViews = (path: string, enabled: boolean) => {
  const query = { path, limit: 500 };
  return useAsk(PATH, query, (signal) => client.GET(PATH, { params: { query }, signal }), { enabled });
};

/** Saved views of the list: a view loads into the address, which then says where it came from (`_view`). */
export function Views() {
  const t = useTranslations('shell.views');
  const { pathname } = useLocation();
  const { search } = useAddress();
  const [isOpen, setOpen] = useState(false);
  const { data } = useViews(pathname, isOpen || search._view !== undefined);
  const views = data?.body.items ?? [];
  const current = views.find(({ id }) => id === search._view);
  const isChanged = current !== undefined && current.search !== savedOf(search);
  const title = current ? t(isChanged ? 'changed' : 'current', { name: current.name }) : t('title');
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button>
        {title} <span aria-hidden="true">▾</span>
      </Button>
      <Popover title={t('title')}>
        {(close) => (
          <div className={styles.views}>
            {data && views.length === 0 && <p className={styles.muted}>{t('none')}</p>}
            <ul className={styles.list}>
              {views.map((view) => (
                <li key={view.id}>
                  <Go to={pathname as Path} search={{ ...parseSearch(view.search), _view: view.id }}>
                    {view.name}
                  </Go>
                  <Whose view={view} />
                </li>
              ))}
            </ul>
            <Save path={pathname} search={savedOf(search)} name={current?.name} close={close} />
          </div>
        )}
      </Popover>
    </DialogTrigger>
  );
}

/** Whose view it is where others see it, and taking it away. */
function Whose({ view: { id, name, personId, shared } }: { view: View }) {
  const t = useTranslations('shell.views');
  const me = useMe();
  const queries = useQueryClient();
  const remove = async (): Promise<void> => {
    await send({ path: '/v1/views/{id}/removal', names: { id }, body: {}, key: crypto.randomUUID() });
    await queries.invalidateQueries({ queryKey: [PATH] });
  };
  return (
    <span className={styles.whose}>
      {shared && <span className={styles.muted}>{t('sharedBy', { person: personId })}</span>}
      {(personId === me.personId || (shared && me.roles.includes('admin'))) && (
        <Button look="quiet" aria-label={t('remove', { name })} onPress={() => void remove()}>
          ✕
        </Button>
      )}
    </span>
  );
}

interface SaveProps {
  path: string;
  search: string;
  /** Of the view that is shown: saving under its name changes it. */
  name?: string;
  close: () => void;
}

function Save({ path, search, name: shown = '', close }: SaveProps) {
  const t = useTranslations('shell.views');
  const queries = useQueryClient();
  const { change } = useAddress();
  const [name, setName] = useState(shown);
  const [isShared, setShared] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setWrong(undefined);
    try {
      const asked = { name: name.trim(), path, search, shared: isShared };
      const { body } = await send({ path: PATH, body: asked, key: crypto.randomUUID() });
      await queries.invalidateQueries({ queryKey: [PATH] });
      change({ _view: (body as { id: string }).id }, 'replace');
      close();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setWrong(error.byField()['/name'] ?? error.message);
    }
  };
  return (
    <form className={styles.views} onSubmit={(event) => void save(event)}>
      <Field
        label={t('name')}
        hint={t('nameHint')}
        value={name}
        onChange={setName}
        wrong={wrong}
        isRequired
        autoComplete="off"
      />
      <label className={styles.check}>
        <input type="checkbox" checked={isShared} onChange={({ target }) => setShared(target.checked)} />
        {t('shared')}
      </label>
      <Button type="submit" look="main">
        {t('save')}
      </Button>
    </form>
  );
}
