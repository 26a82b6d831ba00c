import { type Evolve, type Hold, later, Rejection, wrong } from '@quittance/kernel';
import type { PauseFacts } from './pause.events.js';

export interface Pause {
  id: string;
  on: string;
  /** The last day of it. */
  until?: string;
  /** The first day after it, where somebody ended it. */
  endedOn?: string;
}

/** Pauses of an invoice or of a customer, as recorded. */
export type Pauses = readonly Pause[];

/** @throws Rejection */
export function endsSince(until: string | undefined, pausedOn: string): void {
  if (until !== undefined && until < pausedOn)
    throw wrong('/until', 'not-before-pause', until, `not before the pause begins, ${pausedOn}`);
}

/** What a pause says, whatever is paused. @param what such as `Invoice R-1` @throws Rejection */
export function begun(
  own: Pauses,
  { until, reason }: { until?: string; reason: string },
  { pausedOn, subject, what }: { pausedOn: string; subject: string; what: string },
): Pick<PauseFacts['Paused'], 'pausedOn' | 'until' | 'personal'> {
  const other = own.find((each) => holdsOn(each, pausedOn));
  if (other) {
    throw Rejection.conflict(
      'already-paused',
      `${what} is paused ${other.until ? `to ${other.until}` : 'until somebody ends it'}.`,
    ).offering(
      { pausedOn: other.on, ...(other.until !== undefined && { until: other.until }) },
      { action: 'end-pause', pauseId: other.id },
    );
  }
  return { pausedOn, until, personal: { subject, reason } };
}

/** What the end of a pause says. @throws Rejection */
export function over(
  own: Pauses,
  { pauseId, reason }: { pauseId: string; reason?: string },
  { today, subject, what }: { today: string; subject: string; what: string },
): Pick<PauseFacts['PauseEnded'], 'endedOn' | 'personal'> {
  const of = own.find((each) => each.id === pauseId);
  if (!of) throw Rejection.notFound('pause-not-found', `${what} has no pause ${pauseId}.`);
  const endedOn = later(today, of.on);
  if (!holdsOn(of, endedOn))
    throw Rejection.conflict('pause-over', `The pause ended on ${of.endedOn ?? of.until}.`);
  return { endedOn, personal: reason === undefined ? undefined : { subject, reason } };
}

const holdsOn = ({ on, until, endedOn }: Pause, day: string): boolean =>
  on <= day && (until === undefined || day <= until) && (endedOn === undefined || day < endedOn);

/** The part of a slice that is the same whatever is paused. */
export const PAUSING: {
  name: 'pause';
  initial: Pauses;
  evolve: Evolve<Pauses, PauseFacts>;
  holds: (own: Pauses, on: string) => readonly Hold[];
} = {
  name: 'pause',
  initial: [],
  evolve: {
    Paused: (own, { pauseId: id, pausedOn: on, until }) => [...own, { id, on, until }],
    PauseEnded: (own, { pauseId, endedOn }) =>
      own.map((each) => (each.id === pauseId ? { ...each, endedOn } : each)),
  },
  holds: (own, on) =>
    own
      .filter((each) => holdsOn(each, on))
      .map(({ id, on: since, until }) => ({ kind: 'paused', id, since, until })),
};
