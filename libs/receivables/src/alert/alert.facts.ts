import type { FactsDeclared } from '../manifest/fact.js';
import { sentence } from '../manifest/words.js';
import type { AlertFacts, DigestFacts } from './alert.events.js';

const DIGEST = { digestId: 'uuid of the digest', personId: 'whom it is for' };
const STREAM = { schema: 1, stream: 'digest-<uuid of person and day>' } as const;
const MESSAGE = 'its Message-ID: the same at every try';

/** What Quittance says of how people are told, and of what they were told. */
export const alertFacts: FactsDeclared<AlertFacts & DigestFacts> = {
  AlertsChosen: {
    schema: 1,
    effectiveOn: (fact) => fact.chosenOn,
    sentence: (fact, actor) =>
      fact.alerts === 'none'
        ? `${actor} chose that ${fact.personId} is told of due dates in the work list alone`
        : `${actor} chose that ${fact.personId} is told of due dates by ${fact.alerts}, in ${fact.language}`,
    stream: 'person-<uuid>',
    comment: 'How a person is told of what falls due',
    fields: {
      personId: 'who is told',
      alerts: 'none, mail or webhook',
      language: 'en, it, bg or de: of the mail',
      chosenOn: 'business date',
    },
  },
  DigestDrawnUp: {
    ...STREAM,
    effectiveOn: (fact) => fact.on,
    sentence: (fact, actor) =>
      sentence(
        `${actor} drew up what ${fact.personId} is told by ${fact.alerts}`,
        `${fact.items.length + fact.more} to look at`,
      ),
    comment: 'What a person is told on a day, as their work list had it',
    fields: {
      ...DIGEST,
      on: 'business date',
      alerts: 'mail or webhook: as the person chose',
      language: 'en, it, bg or de',
      items:
        'the most urgent, up to 100: id and kind as in the work list, invoiceId, number, customerId, dueOn, open, currency',
      more: 'how many there are beside them',
    },
  },
  DigestSendingBegun: {
    ...STREAM,
    effectiveOn: (fact) => fact.begunOn,
    sentence: (fact, actor) =>
      sentence(`${actor} began to send ${fact.personId} what there is to look at`, `try ${fact.attempt}`),
    comment: 'A digest began to leave by mail: what it says is what is here',
    fields: {
      ...DIGEST,
      begunOn: 'business date',
      messageId: MESSAGE,
      sender: 'who sends it, as settings said it',
      attempt: 'number of the try, from 1',
      items: 'how many it names: what closed in between is left out',
      more: 'how many there are beside them',
    },
    personal: ['address', 'line', 'text', 'html'],
  },
  DigestAccepted: {
    ...STREAM,
    effectiveOn: (fact) => fact.acceptedOn,
    sentence: (fact) => `The mail server took what ${fact.personId} is told`,
    comment: 'The mail server took a digest',
    fields: { ...DIGEST, messageId: MESSAGE, acceptedOn: 'business date' },
    personal: ['response'],
  },
  DigestSendingFailed: {
    ...STREAM,
    effectiveOn: (fact) => fact.failedOn,
    sentence: (fact) =>
      sentence(
        `What ${fact.personId} is told did not leave: ${fact.code}`,
        fact.final ? 'it is not tried again' : 'it is tried again',
      ),
    comment: 'The mail server did not take a digest',
    fields: {
      ...DIGEST,
      code: 'number that the server answered, or what went wrong',
      final: 'whether it is not tried again',
      failedOn: 'business date',
    },
    personal: ['response'],
  },
  DigestOutcomeUnknown: {
    ...STREAM,
    effectiveOn: (fact) => fact.unknownOn,
    sentence: (fact) => `Nobody knows whether what ${fact.personId} is told left`,
    comment: 'The connection or the process ended before the mail server answered',
    fields: { ...DIGEST, messageId: MESSAGE, unknownOn: 'business date' },
  },
  DigestDropped: {
    ...STREAM,
    effectiveOn: (fact) => fact.droppedOn,
    sentence: (fact, actor) =>
      `${actor} did not send what ${fact.personId} is told: ${fact.code.replaceAll('-', ' ')}`,
    comment: 'A digest that nobody needs any more',
    fields: {
      ...DIGEST,
      code: 'all-closed: nothing is left to look at; day-over; not-wanted: another way was chosen',
      droppedOn: 'business date',
    },
  },
};
