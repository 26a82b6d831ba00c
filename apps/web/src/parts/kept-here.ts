import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const listen = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};

/** What a person has chosen, kept in this browser under a name and told to all that show it. @param keep null: as it comes */
export function useKeptHere(name: string): [kept: string | null, keep: (next: string | null) => void] {
  const kept = useSyncExternalStore(listen, () => localStorage.getItem(name));
  const keep = useCallback(
    (next: string | null): void => {
      if (next === null) localStorage.removeItem(name);
      else localStorage.setItem(name, next);
      listeners.forEach((told) => told());
    },
    [name],
  );
  return [kept, keep];
}
