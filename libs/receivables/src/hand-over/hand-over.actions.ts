import { uuid5 } from '@quittance/event-store';
import fc from 'fast-check';
import { by, ofType, once } from '../../../../test/faults/support/books/balance.js';
import {
  action,
  day,
  type FeatureActions,
  NAMES,
  type Request,
} from '../../../../test/histories/simulated/action.js';
import { type Books, dayAt, type Sheet } from '../../../../test/histories/simulated/books.js';
import { ENTITY } from '../../../../test/histories/simulated/requests.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { askInvoice } from '../asking/ask-invoice.js';
import { invoiceId, INVOICES } from '../invoice/invoice.actions.js';
import { type HandOverRow, handOvers } from '../reporting/hand-overs.tables.js';
import { personStream } from '../streams.js';
import { HandOver, TakeOver, UndoHandOver } from './hand-over.commands.js';
import type { HandOverFacts } from './hand-over.events.js';

interface Given {
  id: string;
  to: string;
  on: string;
  undone: boolean;
  /** What was theirs then: numbers of invoices, with how often each had been assigned. */
  theirs: [number: string, assignments: number][];
}
/** By who gives. */
const GIVEN: Sheet<Map<string, Given[]>> = { name: 'hand-overs', blank: () => new Map() };

/** The hand-over in force of a person. */
export const handOverOf = (books: Books, person: string): Given | undefined =>
  books
    .on(GIVEN)
    .get(person)
    ?.findLast(({ undone }) => !undone);

/**
 * Through whose hands goes what falls to a person. There can be circles: two hand-overs at once close one, and so does an undo
 * that brings an earlier hand-over back.
 */
function handsOf(books: Books, person: string): Set<string> {
  const hands = new Set<string>();
  for (let next: string | undefined = person; next && !hands.has(next); next = handOverOf(books, next)?.to)
    hands.add(next);
  return hands;
}

const onPerson = (personId: string, type: Request['type'], path: string, body: object): Request => ({
  ...{ type, body, path: `/v1/people/${encodeURIComponent(personId)}/${path}` },
  named: { personId },
});

const give = action({
  do: 'hand over',
  weight: 1,
  draw: fc.record({ person: fc.nat(2), to: fc.nat(2), given: day }),
  words: ({ person, to, given }) =>
    `on ${dayAt(given)} hand all that is ${NAMES.people[person]}'s over to ${NAMES.people[to]}`,
  command: ({ person, to, given }, _books, { people }) => ({
    ...{ person: people[person]!, to: people[to]!, on: dayAt(given) },
  }),
  verdict: ({ person, to }, books) => {
    if (person === to) return 'invalid';
    return handsOf(books, to).has(person) ? 'circle' : 'ok';
  },
  take: ({ person, to, on }, books, { handOverId }) => {
    const theirs = [...books.on(INVOICES)].map(([number, { owners }]): [string, number] => [
      number,
      owners.length,
    ]);
    const all = books.on(GIVEN).get(person) ?? [];
    books.on(GIVEN).set(person, [...all, { id: handOverId!, to, on, undone: false, theirs }]);
  },
  request: ({ person, to: toPersonId, on }) =>
    onPerson(person, HandOver, 'hand-over', { toPersonId, on, reason: 'On leave.' }),
});

const undo = action({
  do: 'undo a hand-over',
  weight: 1,
  draw: fc.record({ person: fc.nat(2) }),
  words: ({ person }) => `undo the last hand-over of ${NAMES.people[person]}`,
  command: ({ person }, _books, { people }) => ({ person: people[person]! }),
  verdict: ({ person }, books) => (handOverOf(books, person) ? 'ok' : 'not-handed-over'),
  take: ({ person }, books) => void (handOverOf(books, person)!.undone = true),
  request: ({ person }) => onPerson(person, UndoHandOver, 'hand-over/undo', { reason: 'A mistake.' }),
});

export const handOverActions: FeatureActions = {
  actions: [give, undo],
  // The way goes over the streams of others; an undo of one of the two takes a circle away.
  overtaken: ['circle'],
  balances: [
    {
      of: 'hand_overs',
      projection: 'hand-overs',
      what: 'who took over from whom, from which day on, and until it was undone',
      sql: `select id::text, person_id, to_id, handed_over_on, (ended_at is not null)::text from live.hand_overs`,
      must: (facts) => {
        const undone = by(ofType(facts, 'HandOverUndone'), 'handOverId');
        return once(facts, 'HandedOver', 'handOverId', ({ said }) => [
          ...[said.personId, said.toPersonId, said.handedOverOn, String(undone.has(said.handOverId!))],
        ]);
      },
    },
  ],
  // What goes with a hand-over, invoice by invoice.
  hears: {
    OwnerAssigned: ({ number, ownerId, assignedOn }, books) =>
      void books.on(INVOICES).get(number!)!.owners.push({ on: assignedOn!, value: ownerId! }),
  },
  finish: async (books, { store, execute }) => {
    for (const [person, all] of books.on(GIVEN))
      for (const { id, undone, theirs } of all) {
        if (undone) continue;
        for await (const fact of store.read(personStream(ENTITY, person))) {
          if (fact.type !== 'HandedOver' || fact.data.handOverId !== id) continue;
          const {
            handOverId,
            personId,
            toPersonId,
            handedOverOn: on,
            personal,
          } = fact.data as unknown as HandOverFacts['HandedOver'];
          for (const [number, assignments] of theirs) {
            if (books.on(INVOICES).get(number)!.owners.length !== assignments) continue;
            const about = { invoiceId: invoiceId(number), handOverId, personId, toPersonId };
            const body = { ...about, on, back: false, personal };
            await askInvoice(execute, fact, uuid5(fact.id, about.invoiceId), { type: TakeOver, body });
          }
        }
      }
  },
  agrees: (books, tables) => {
    const rows = tables.rows<HandOverRow>(handOvers);
    for (const [person, all] of books.on(GIVEN))
      for (const { id, to, on, undone } of all) {
        const row = rows.find((one) => one.id === id);
        const is = [row?.person_id, row?.to_id, row?.handed_over_on, row?.ended_at !== null];
        equal(`hand-over ${id}`, is, [person, to, on, undone]);
      }
  },
};
