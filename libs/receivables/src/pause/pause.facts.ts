import type { FactsDeclared } from '../manifest/fact.js';
import { OF_INVOICE, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { PauseFacts } from './pause.events.js';

const what = ({ number, customerId }: { number?: string; customerId: string }): string =>
  number === undefined ? `customer ${customerId}` : `invoice ${number}`;

const PAUSE = {
  ...OF_INVOICE,
  invoiceId: 'uuid of the invoice; left out, as number and currency: all of the customer is paused',
  customerId: "the customer, or the invoice's",
  pauseId: 'uuid of the pause',
  currency: 'ISO 4217',
};

/** What Quittance says of the facts of a pause. */
export const pauseFacts: FactsDeclared<PauseFacts> = {
  Paused: {
    schema: 1,
    effectiveOn: (fact) => fact.pausedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} paused ${what(fact)}: nobody is asked for ${fact.number === undefined ? 'what they owe' : 'it'} from ${fact.pausedOn}`,
        fact.until ? `to ${fact.until}` : 'until the pause is ended',
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>, customer-<uuid>',
    comment: 'Nobody is asked for the invoice, or for what the customer owes, for a while',
    fields: {
      ...PAUSE,
      pausedOn: 'business date from which it counts',
      until: 'last day of the pause; left out: until somebody ends it',
    },
    personal: ['reason'],
  },

  PauseEnded: {
    schema: 1,
    effectiveOn: (fact) => fact.endedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} ended the pause of ${what(fact)}, counting from ${fact.endedOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>, customer-<uuid>',
    comment: 'Somebody ended a pause',
    fields: { ...PAUSE, endedOn: 'business date from which nothing is paused by it' },
    personal: ['reason'],
  },
};
