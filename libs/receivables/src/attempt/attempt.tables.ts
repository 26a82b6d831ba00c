import { table } from '@quittance/read-model';
import { LINE } from '../columns.js';

/** An attempt that was refused, or how many were counted beside those. */
export interface AttemptRow {
  position: bigint;
  id: string;
  actor_id: string;
  code: string;
  command: string | null;
  document: string | null;
  count: bigint;
  effective_on: string;
  stated_at: Date;
}

/** In place of a code: further attempts that are only counted. */
export const COUNTED = 'counted';

export const attemptLines = table<AttemptRow>({
  name: 'attempts',
  comment: 'Attempts that were refused for a duty, a limit, a closed period or an erasure, one row a fact',
  key: ['position'],
  columns: {
    position: LINE.position,
    id: { type: 'uuid', comment: 'Id of the attempt' },
    actor_id: { type: 'text', comment: 'Who tried: people.id' },
    code: { type: 'text', comment: `Code of the refusal; ${COUNTED}: further ones that are only counted` },
    command: { type: 'text', nullable: true, comment: 'Name of the command; null: only counted' },
    document: {
      type: 'text',
      nullable: true,
      comment: 'Stream it would have been written to; null: only counted',
    },
    count: { type: 'bigint', comment: 'One; of those only counted, how many there were at least in all' },
    effective_on: LINE.effective_on,
    stated_at: LINE.stated_at,
  },
});
