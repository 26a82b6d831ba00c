import type { Projection } from '@quittance/read-model';
import { erasable } from '../personal.js';
import { handOvers } from '../reporting/hand-overs.tables.js';
import type { HandOverFacts } from './hand-over.events.js';

export const handOverProjection: Projection<HandOverFacts> = {
  name: 'hand-overs',
  comment: 'Hand-overs from person to person',
  tables: [handOvers],
  on: {
    HandedOver: ({ data, at, statedAt, stream }, changes) =>
      changes.put(handOvers, {
        id: data.handOverId,
        stream,
        person_id: data.personId,
        to_id: data.toPersonId,
        handed_over_on: data.handedOverOn,
        reason: erasable(data.personal, 'reason'),
        undo_reason: null,
        ...{ issued_at: at, issued_stated_at: statedAt, ended_at: null, ended_stated_at: null, position: at },
      }),
    HandOverUndone: ({ data, at, statedAt }, changes) =>
      changes.change(handOvers, { id: data.handOverId }, (row) => {
        if (!row) throw new Error(`hand-over ${data.handOverId} never was`);
        const undone = { ended_at: at, ended_stated_at: statedAt, position: at };
        return { ...row, ...undone, undo_reason: erasable(data.personal, 'reason') };
      }),
  },
};
