import { useSyncExternalStore } from 'react';

/** How high a row of a list is, in pixels. CSS and the virtual rows read the same number. The person's, kept in this browser. */
export const DENSITIES = { compact: 28, standard: 32, relaxed: 40 } as const;
export type Density = keyof typeof DENSITIES;

const KEPT = 'quittance.density';
const listeners = new Set<() => void>();
const listen = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};
const now = (): Density => {
  const kept = localStorage.getItem(KEPT) ?? '';
  return Object.hasOwn(DENSITIES, kept) ? (kept as Density) : 'standard';
};

export function useDensity(): [density: Density, choose: (density: Density) => void] {
  const density = useSyncExternalStore(listen, now);
  const choose = (next: Density): void => {
    localStorage.setItem(KEPT, next);
    listeners.forEach((told) => told());
  };
  return [density, choose];
}
