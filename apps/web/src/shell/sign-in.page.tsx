import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../api/problem';
import { atProvider, signIn, useProvider } from '../api/session';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Field } from '../parts/field';
import styles from './sign-in.module.css';

/**
 * The way in. `/session/start#code` sends the code of `quittance open`, which a fragment keeps out of every log; else it says
 * how to get one, or takes a token. Whoever was signed out comes back to the address where that happened.
 */
export function SignIn() {
  const t = useTranslations('signIn');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [code] = useState(takeCode);
  const [refused, setRefused] = useState<string>();
  const [isWaiting, setWaiting] = useState(code !== undefined);
  const sent = useRef(false);
  const provider = useProvider(code === undefined);
  useEffect(() => {
    if (provider === 'at-once') window.location.assign(atProvider());
  }, [provider]);

  const enter = async (proof: { code: string } | { token: string }): Promise<void> => {
    setWaiting(true);
    try {
      await signIn(proof);
      if (window.location.pathname === '/session/start') await navigate({ to: '/', replace: true });
      await queries.resetQueries();
    } catch (error) {
      setRefused('code' in proof ? t('refused') : error instanceof Problem ? error.message : String(error));
      setWaiting(false);
    }
  };
  useEffect(() => {
    if (code === undefined || sent.current) return;
    sent.current = true;
    void enter({ code });
  });
  const paste = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const token = new FormData(event.currentTarget).get('token');
    if (typeof token === 'string' && token.trim() !== '') void enter({ token: token.trim() });
  };
  return (
    <main className={styles.page}>
      <form className={styles.sheet} onSubmit={paste}>
        <h1>{t('title')}</h1>
        {refused && <Banner kind="wrong">{refused}</Banner>}
        {isWaiting || provider === 'at-once' ? (
          <p role="status">{t('wait')}</p>
        ) : provider === 'there' ? (
          <a href={atProvider()}>{t('provider')}</a>
        ) : (
          <>
            <p>{t('how')}</p>
            <pre className={styles.command} tabIndex={0}>
              npm run -s quittance -- open --role manager --sub anna
            </pre>
            <Field name="token" label={t('token')} hint={t('tokenHint')} type="password" autoComplete="off" />
            <Button type="submit" look="main">
              {t('signIn')}
            </Button>
          </>
        )}
      </form>
    </main>
  );
}

/** Read once, and taken out of the address: the code holds for one use. */
function takeCode(): string | undefined {
  const { pathname, hash, search } = window.location;
  if (pathname !== '/session/start' || hash.length < 2) return undefined;
  window.history.replaceState(window.history.state, '', pathname + search);
  return hash.slice(1);
}
