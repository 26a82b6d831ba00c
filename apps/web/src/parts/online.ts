import { useSyncExternalStore } from 'react';

const listen = (told: () => void): (() => void) => {
  const kinds = ['online', 'offline'];
  kinds.forEach((kind) => window.addEventListener(kind, told));
  return () => kinds.forEach((kind) => window.removeEventListener(kind, told));
};

/** Whether there is a connection: without one what is shown can be read, and nothing recorded. */
export const useIsOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine);
