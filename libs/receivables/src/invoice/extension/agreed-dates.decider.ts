/** Agreed due dates, by the day they count from, then as recorded. */
export type Extensions = readonly Extension[];

export interface Extension {
  id: string;
  on: string;
  agreedDueOn: string;
  /** From this day on it holds no more. */
  revokedOn?: string;
  /** The instalment that is moved, from 1; none: all. */
  instalment?: number;
}

/** Whether it holds on a day, as known now; without one: whether it was not revoked. */
export const holdsOn = ({ on, revokedOn }: Extension, day = '9999'): boolean =>
  on <= day && (revokedOn === undefined || day < revokedOn);

export interface SeesExtensions {
  extension: Extensions;
}
