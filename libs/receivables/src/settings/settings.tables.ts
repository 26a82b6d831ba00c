import type { DutyPair } from '@quittance/kernel';
import { table } from '@quittance/read-model';
import { LINE } from '../columns.js';

/** A limit from a fact on. */
export interface LimitLine {
  position: bigint;
  name: string;
  currency: string;
  value: string | null;
  effective_on: string;
  stated_at: Date;
}

/** In place of a currency, of limits that are no amounts. */
export const NO_CURRENCY = '';
/** In place of a currency, where all amounts of a limit were lifted at once. */
export const EVERY_CURRENCY = '*';

export const limitLines = table<LimitLine>({
  name: 'limit_lines',
  comment: 'Limits of the entity as they were set; of each name and currency the last one is in force',
  key: ['position', 'name', 'currency'],
  columns: {
    position: LINE.position,
    name: { type: 'text', comment: 'Name of the limit' },
    currency: {
      type: 'text',
      comment: 'ISO 4217; empty: the limit is a number of days; *: lifted in every currency',
    },
    value: { type: 'numeric', nullable: true, comment: 'In currency, or days; null: lifted' },
    effective_on: LINE.effective_on,
    stated_at: LINE.stated_at,
  },
});

/** What is kept apart from a fact on. */
export interface DutyLine {
  position: bigint;
  pairs: DutyPair[];
  effective_on: string;
  stated_at: Date;
}
export const dutyLines = table<DutyLine>({
  name: 'duty_lines',
  comment: 'Pairs of duties that one person may not combine on one document; the last line is in force',
  key: ['position'],
  columns: {
    position: LINE.position,
    pairs: { type: 'jsonb', comment: 'List of pairs, all that are kept apart' },
    effective_on: LINE.effective_on,
    stated_at: LINE.stated_at,
  },
});
