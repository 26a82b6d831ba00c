import type { FactsDeclared } from '../manifest/fact.js';
import { readable } from '../personal.js';
import type { HandOverFacts } from './hand-over.events.js';

const HAND_OVER = {
  handOverId: 'uuid of the hand-over',
  personId: 'who gives',
  toPersonId: 'who takes over',
  handedOverOn: 'business date from which it counts',
};

/** What Quittance says of a hand-over. */
export const handOverFacts: FactsDeclared<HandOverFacts> = {
  HandedOver: {
    schema: 1,
    effectiveOn: (fact) => fact.handedOverOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} handed all that ${fact.personId} follows up over to ${fact.toPersonId}, counting from ${fact.handedOverOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'person-<uuid>',
    comment: 'All that is open, defaults of customers and what falls to a person later go to another one',
    fields: {
      ...HAND_OVER,
      toDespite: 'hand-over of who takes over that was there: it does not cover what comes by this one',
    },
    personal: ['reason'],
  },
  HandOverUndone: {
    schema: 1,
    effectiveOn: (fact) => fact.handedOverOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} undid the hand-over from ${fact.personId} to ${fact.toPersonId} of ${fact.handedOverOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'person-<uuid>',
    comment: 'A hand-over was a mistake: what went with it and went no further goes back',
    fields: HAND_OVER,
    personal: ['reason'],
  },
};
