import { factsOf, notInFuture, type Slice } from '@quittance/kernel';
import { type Person, unknownPerson } from '../../person/person.stream.js';
import type { IssueFacts } from '../issue/issue.events.js';
import { mustBeIssued, named, type SeesIssue, sinceIssue } from '../issue/issue.decider.js';
import { inOrder, lastOn } from '../lines.decider.js';
import type { AssignOwner } from './owner.commands.js';
import type { OwnerFacts } from './owner.events.js';

/** Owners, by the day they count from, then as recorded; the first from the beginning. */
export type Owners = readonly { on: string; ownerId: string; handOverId?: string }[];

export interface SeesOwners {
  owner: Owners;
}

export interface OwnerSlice {
  name: 'owner';
  commands: { AssignOwner: AssignOwner };
  facts: OwnerFacts;
  own: Owners;
  sees: SeesIssue;
  hears: IssueFacts;
  /** `undefined`: there is no such person. The subject is the customer's stream. */
  references: { AssignOwner: { owner: Person | undefined; customerSubject: string } };
}

const fact = factsOf<OwnerFacts>();

/** Which person follows the invoice up. */
export const owner: Slice<OwnerSlice> = {
  name: 'owner',
  initial: [],
  decide: {
    AssignOwner(command, { stream, own }, { today, id, references }) {
      const invoice = mustBeIssued(stream, id);
      const { ownerId, reason, assignedOn = today } = command;
      sinceIssue(invoice, notInFuture(assignedOn, today, '/assignedOn'), '/assignedOn');
      if (!references.owner) throw unknownPerson('/ownerId', ownerId);
      const previousOwnerId = ownerOn({ owner: own }, assignedOn);
      if (ownerId === previousOwnerId) return [];
      return [
        fact('OwnerAssigned', {
          ...named(invoice, id),
          previousOwnerId,
          ownerId,
          assignedOn,
          personal: { subject: references.customerSubject, reason },
        }),
      ];
    },
  },
  evolve: {
    InvoiceIssued: (_own, { issuedOn, ownerId, opening }) => [{ on: opening?.on ?? issuedOn, ownerId }],
    OwnerAssigned: (own, { assignedOn, ownerId, handOverId, back }) =>
      inOrder(own, { on: assignedOn, ownerId, ...(handOverId && !back && { handOverId }) }),
  },
};

/** Since when it has its owner as known now, and by which hand-over where it came so. */
export const ownerLine = ({ owner: own }: SeesOwners): Owners[number] => own.at(-1)!;

/** Who owns it on a day; as known now, without one. */
export const ownerOn = ({ owner: own }: SeesOwners, on?: string): string =>
  (lastOn(own, on) ?? own[0]!).ownerId;
