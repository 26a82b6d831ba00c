import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAddress } from '../time/use-time';
import { useSingleKeys } from './single-keys';
import styles from './filters.module.css';

/** Milliseconds after the last key. */
const PAUSE = 250;

/** `q=` of a list: from the start of words. `/` goes to it; typing replaces the entry of the history. */
export function SearchField({ hint }: { hint: string }) {
  const t = useTranslations('parts');
  const { search, change } = useAddress();
  const [text, setText] = useState(search.q ?? '');
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useSingleKeys((key) => {
    if (key === '/') input.current?.focus();
    return key === '/';
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (typed: string): void => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => change({ q: typed.trim() || undefined }, 'replace'), PAUSE);
  };
  return (
    <input
      ref={input}
      type="search"
      className={styles.search}
      aria-label={t('search')}
      placeholder={`/ ${hint}`}
      value={text}
      onChange={({ target }) => type(target.value)}
      data-screen-only
    />
  );
}
