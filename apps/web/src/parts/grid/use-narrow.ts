import { useSyncExternalStore } from 'react';

const NARROW = '(width < 760px)';

const listen = (told: () => void): (() => void) => {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', told);
  return () => query.removeEventListener('change', told);
};

/** Whether rows have two lines: as wide as CSS says it elsewhere. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(listen, () => window.matchMedia(NARROW).matches);
