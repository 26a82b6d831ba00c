import { factsOf, type Slice } from '@quittance/kernel';
import type { OwnerFacts } from '../invoice/owner/owner.events.js';
import {
  mustBeIssued,
  named,
  ownerLine,
  type SeesIssue,
  type SeesOwners,
} from '../invoice/invoice.stream.js';
import type { TakeOver } from './hand-over.commands.js';

/** What a hand-over makes of one invoice: its owner is assigned, as a person would do it. */
export interface TakeOverSlice {
  name: 'takeOver';
  commands: { TakeOver: TakeOver };
  facts: Pick<OwnerFacts, 'OwnerAssigned'>;
  own: null;
  sees: SeesIssue & SeesOwners;
}

const fact = factsOf<Pick<OwnerFacts, 'OwnerAssigned'>>();

export const takeOver: Slice<TakeOverSlice> = {
  name: 'takeOver',
  initial: null,
  decide: {
    TakeOver({ handOverId, personId, toPersonId, on, back, personal }, { stream }, { id }) {
      const invoice = mustBeIssued(stream, id);
      const last = ownerLine(stream);
      const assigned = { ...named(invoice, id), handOverId, personal };
      if (back)
        return last.handOverId === handOverId && last.ownerId === toPersonId
          ? [
              fact('OwnerAssigned', {
                ...assigned,
                previousOwnerId: toPersonId,
                ownerId: personId,
                assignedOn: last.on,
                back,
              }),
            ]
          : [];
      if (last.ownerId !== personId) return [];
      // Not before it was theirs: what an earlier day says stays so.
      const assignedOn = on > last.on ? on : last.on;
      return [
        fact('OwnerAssigned', { ...assigned, previousOwnerId: personId, ownerId: toPersonId, assignedOn }),
      ];
    },
  },
  evolve: { OwnerAssigned: () => null },
};
