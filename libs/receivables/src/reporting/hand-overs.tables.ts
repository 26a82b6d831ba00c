import { table } from '@quittance/read-model';
import { STATED } from '../columns.js';

/** All that a person follows up, given to another one, and the undo of it. */
export interface HandOverRow {
  id: string;
  stream: string;
  person_id: string;
  to_id: string;
  handed_over_on: string;
  reason: string | null;
  undo_reason: string | null;
  issued_at: bigint;
  issued_stated_at: Date;
  ended_at: bigint | null;
  ended_stated_at: Date | null;
  position: bigint;
}
export const handOvers = table<HandOverRow>({
  name: 'hand_overs',
  comment:
    'Hand-overs: what falls to person_id falls to to_id, but for what was given by name after issued_at',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Id of the hand-over, as the API answers it' },
    stream: { type: 'text', comment: 'Stream of who gives' },
    person_id: { type: 'text', comment: 'Who gives: people.id' },
    to_id: { type: 'text', comment: 'Who takes over: people.id' },
    handed_over_on: { type: 'date', comment: 'Business date from which it counts' },
    reason: { type: 'text', nullable: true, personal: true, comment: 'Why' },
    undo_reason: { type: 'text', nullable: true, personal: true, comment: 'Why it was undone' },
    issued_at: { type: 'bigint', comment: 'Position of HandedOver: the hand-over is known from it on' },
    issued_stated_at: STATED,
    ended_at: {
      type: 'bigint',
      nullable: true,
      comment: 'Position of HandOverUndone: from it on, it never was',
    },
    ended_stated_at: { ...STATED, nullable: true },
    position: { type: 'bigint', comment: 'Position of the last fact that changed it' },
  },
  indexes: ['(person_id)', '(position)'],
});
