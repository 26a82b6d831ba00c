import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { answered, client } from '../api/client';
import { useSearchOf } from '../api/search';
import { useMe } from '../api/session';
import { Dialog } from '../parts/dialog';
import type { Path } from '../parts/go';
import { beginsWords } from './begins-words';
import { usePages } from './navigation';
import styles from './palette.module.css';

interface Choice {
  key: string;
  title: string;
  /** What kind of thing it is. */
  kind: string;
  second?: string;
  open: () => void;
}

const intoView = (line: HTMLLIElement | null): void => line?.scrollIntoView({ block: 'nearest' });

/** Goes to a page, a saved view, a command, or whatever a number, name or reference finds. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('palette');
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const choices = useChoices(typed);
  const cursor = Math.min(at, choices.length - 1);
  const open = (choice: Choice | undefined): void => {
    if (!choice) return;
    onClose();
    choice.open();
  };
  const act = (event: KeyboardEvent): void => {
    const moved = { ArrowDown: cursor + 1, ArrowUp: cursor - 1 }[event.key];
    if (moved !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(choices.length - 1, moved)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(choices[cursor]);
    }
  };
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <div className={styles.palette}>
        <input
          className={styles.typed}
          role="combobox"
          aria-label={t('hint')}
          aria-expanded={choices.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={choices.length > 0 ? `${list}-${cursor}` : undefined}
          placeholder={t('hint')}
          value={typed}
          autoFocus
          autoComplete="off"
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(0);
          }}
          onKeyDown={act}
        />
        {choices.length === 0 && <p role="status">{t('nothing')}</p>}
        <ul id={list} role="listbox" aria-label={t('title')} hidden={choices.length === 0}>
          {choices.map((choice, one) => (
            <li
              key={choice.key}
              id={`${list}-${one}`}
              ref={one === cursor ? intoView : undefined}
              role="option"
              aria-selected={one === cursor}
              className={styles.choice}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => open(choice)}
            >
              <span className={styles.kind}>{choice.kind}</span>
              <span>{choice.title}</span>
              <span className={styles.second}>{choice.second}</span>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

/** Commands that begin something: page, its `_do`, route, and the key of its word. */
const BEGIN = [
  ['/invoices', 'issue', 'POST /v1/invoices'],
  ['/invoices/drafts', 'writeDraft', 'POST /v1/drafts'],
  ['/payments', 'pay', 'POST /v1/payments'],
  ['/customers', 'register', 'POST /v1/customers'],
] as const satisfies readonly (readonly [Path, string, string])[];

function useChoices(typed: string): Choice[] {
  const t = useTranslations('palette');
  const command = useTranslations('command');
  const navigate = useNavigate();
  const { may } = useMe();
  const go = (to: Path, search: Record<string, string> = {}, id = ''): void =>
    void navigate({ to, search: search as never, params: { id } as never });
  const pages = usePages().map(({ to, title }): Choice => ({
    key: to,
    title,
    kind: t('kind.page'),
    open: () => go(to),
  }));
  const commands = BEGIN.filter(([, , route]) => may.includes(route)).map(([to, name]): Choice => ({
    ...{ key: name, title: command(`name.${name}`), kind: t('kind.command') },
    open: () => go(to, { _do: name }),
  }));
  const known = [...pages, ...commands, ...useViews()];
  return [...known.filter(({ title }) => beginsWords(title, typed)), ...useFound(typed, go)];
}

function useViews(): Choice[] {
  const t = useTranslations('palette');
  const { history } = useRouter();
  const { data } = useQuery({
    queryKey: ['/v1/views', { limit: 100 }],
    queryFn: ({ signal }) => answered(client.GET('/v1/views', { params: { query: { limit: 100 } }, signal })),
    staleTime: 30_000,
  });
  return (data?.body.items ?? []).map(({ id, name, path, search }) => ({
    ...{ key: id, title: name, kind: t('kind.view'), second: path },
    open: () => history.push(`${path}${search && `?${search.replace(/^\?/, '')}`}`),
  }));
}

/** Where each kind of thing is shown. A person is by whose invoices they follow up. */
const SHOWN = {
  ...({ invoice: '/invoices/$id', customer: '/customers/$id', payment: '/payments/$id' } as const),
  'credit-note': '/credit-notes/$id',
} as const;

function useFound(
  typed: string,
  go: (to: Path, search?: Record<string, string>, id?: string) => void,
): Choice[] {
  const t = useTranslations('palette');
  const found = useSearchOf(typed);
  if (typed.trim() === '') return [];
  return found.map(({ kind, id, title, second }): Choice => {
    const open = (): void => (kind === 'person' ? go('/invoices', { ownerId: id }) : go(SHOWN[kind], {}, id));
    return { key: `${kind} ${id}`, kind: t(`kind.${kind}`), title, second, open };
  });
}
