import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { isSingleKey } from '../parts/single-keys';
import { focusKeyed, pressKeyed } from './keyed';
import { usePages } from './navigation';

const Palette = lazy(() => import('./palette'));
const KeyMap = lazy(() => import('./key-map'));

/** `g` and then one of these goes to a page of the menu. */
const LETTERS: Record<string, string> = {
  ...{ o: '/', w: '/work', i: '/invoices', c: '/customers', p: '/payments' },
  ...{ m: '/reminders', r: '/reports', a: '/audit' },
};
/** Milliseconds within which the letter has to follow. */
const SOON = 1_500;

/** `t` goes to the time control, and with one of these right after it does what the button says. */
const OF_TIME = ['n', 'f'];
/** Keys that press a button wherever it stands: the day before and after, and the comparison. */
const PRESS = ['[', ']', '{', '}', 'c'];

/** Keys of every page: Ctrl K, `?`, `g` with a letter, and those of time. Single keys count only while nothing is typed into. */
export function Keys() {
  const [open, setOpen] = useState<'palette' | 'map'>();
  const pages = usePages();
  const navigate = useNavigate();
  const began = useRef({ with: '', at: -SOON });
  useEffect(() => {
    const after = (first: string, key: string): boolean => {
      const page = pages.find(({ to }) => to === LETTERS[key]);
      if (first === 'g' && page) void navigate({ to: page.to, search: {} as never });
      return first === 'g' ? page !== undefined : OF_TIME.includes(key) && pressKeyed(`t ${key}`);
    };
    const act = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey } = event;
      if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen('palette');
        return;
      }
      if (!isSingleKey(event)) return;
      if (key === '?') setOpen('map');
      const { with: first, at } = began.current;
      const isSecond = performance.now() - at < SOON && after(first, key);
      const begins = !isSecond && (key === 'g' || (key === 't' && focusKeyed('t')));
      began.current = { with: begins ? key : '', at: begins ? performance.now() : -SOON };
      if (!isSecond && (begins || !PRESS.includes(key) || !pressKeyed(key))) return;
      // The key is no command of the page as well.
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', act, { capture: true });
    return () => window.removeEventListener('keydown', act, { capture: true });
  });
  const close = (): void => setOpen(undefined);
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'map' && <KeyMap onClose={close} letters={LETTERS} />}
    </Suspense>
  );
}
