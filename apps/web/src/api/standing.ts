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
let behindSince: number | undefined;
const listeners = new Set<() => void>();

export const standingNow = (): StandingNow | undefined => now;

/** Milliseconds of silence after which the projector stands still, as the server has it. */
const SILENT = 15_000;

/** Whether the tables are behind: histories that wait for a person are left out of them, and say so themselves. */
const isBehind = ({ stale, parked, behindMs }: StandingNow): boolean =>
  stale && (parked === 0 || (behindMs ?? 0) > SILENT);

/** @param standing undefined: nobody says so any more */
export function tellStanding(standing: StandingNow | undefined): void {
  now = standing;
  if (!standing || !isBehind(standing)) behindSince = undefined;
  else if (standing.behindMs !== null) behindSince ??= nowAtServer() - standing.behindMs;
  listeners.forEach((told) => told());
}

const listen = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};

/** @returns undefined until it is told, and where nothing is followed */
export const useStandingNow = (): StandingNow | undefined => useSyncExternalStore(listen, standingNow);

/** Milliseconds at which the tables fell behind, by the server's clock; undefined while they are not, or nobody knows. */
export const useBehindSince = (): number | undefined => useSyncExternalStore(listen, () => behindSince);
