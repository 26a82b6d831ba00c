import { useSyncExternalStore } from 'react';
import { nowAtServer } from './server-clock';

/** How the read side stands: an event of `/v1/live`. */
export interface StandingNow {
  /** Milliseconds since everything recorded was last known to be in the tables; null: that was never so. */
  behindMs: number | null;
  stale: boolean;
  parked: number;
}

let now: StandingNow | undefined;
let staleSince: number | undefined;
const listeners = new Set<() => void>();

export const standingNow = (): StandingNow | undefined => now;

/** @param standing undefined: nobody says so any more */
export function tellStanding(standing: StandingNow | undefined): void {
  now = standing;
  const { stale = false, behindMs = null } = standing ?? {};
  staleSince = stale ? (staleSince ?? (behindMs === null ? undefined : nowAtServer() - behindMs)) : undefined;
  listeners.forEach((told) => told());
}

const listen = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};

/** @returns undefined until it is told, and where nothing is followed */
export const useStandingNow = (): StandingNow | undefined => useSyncExternalStore(listen, standingNow);

/** Milliseconds at which the tables fell behind, by the server's clock; undefined while they are not, or nobody knows. */
export const useStaleSince = (): number | undefined => useSyncExternalStore(listen, () => staleSince);
