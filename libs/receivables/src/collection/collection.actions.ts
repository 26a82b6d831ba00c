import fc from 'fast-check';
import { by, ofType, once } from '../../../../test/faults/support/books/balance.js';
import { action, day, type FeatureActions, nth, which } from '../../../../test/histories/simulated/action.js';
import { dayAt, inside, LAST, nthOf, type Sheet } from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { invoiceId, invoiceIn, invoiceNumbered, onInvoice, openOn } from '../invoice/invoice.actions.js';
import { HandToCollection, ReturnFromCollection } from './collection.commands.js';
import { type CollectionRow, collections } from './collection.tables.js';

interface Collection {
  number: string;
  on: string;
  returnedOn?: string;
}

/** By id, in the order in which they were recorded. */
const COLLECTIONS: Sheet<Map<string, Collection>> = { name: 'collections', blank: () => new Map() };

const handOver = action({
  do: 'hand over to collection',
  weight: 1,
  draw: fc.record({ invoice: which, from: day }),
  words: ({ invoice, from }) => `on ${dayAt(from)} hand the ${nth(invoice)} invoice over to collection`,
  command: ({ invoice, from }, books) => {
    const number = invoiceNumbered(books, invoice);
    return number === undefined ? undefined : { number, on: inside(from, invoiceIn(books, number).issuedOn) };
  },
  verdict: ({ number, on }, books) => {
    const invoice = invoiceIn(books, number);
    if (on < invoice.issuedOn) return 'invalid';
    if (openOn(invoice, on).isZero()) return 'already-settled';
    const others = [...books.on(COLLECTIONS).values()].filter((one) => one.number === number);
    return others.some(({ returnedOn }) => !returnedOn || on < returnedOn) ? 'in-collection' : 'ok';
  },
  take: ({ number, on }, books, { collectionId }) =>
    void books.on(COLLECTIONS).set(collectionId!, { number, on }),
  request: ({ number, on: handedOverOn }) =>
    onInvoice(number, HandToCollection, 'collections', {
      ...{ agency: 'Recupero', reason: 'They do not answer.', handedOverOn },
    }),
});

const takeBack = action({
  do: 'take back from collection',
  weight: 1,
  draw: fc.record({ collection: which }),
  words: ({ collection }) => `take the ${nth(collection)} invoice that was handed over back`,
  command: ({ collection }, books) => {
    const [id, of] = nthOf([...books.on(COLLECTIONS)], collection) ?? [];
    return id && of ? { id, number: of.number } : undefined;
  },
  verdict: ({ id }, books) => (books.on(COLLECTIONS).get(id)!.returnedOn ? 'already-returned' : 'ok'),
  take: ({ id }, books) => void (books.on(COLLECTIONS).get(id)!.returnedOn = LAST),
  request: ({ id: collectionId, number }) => {
    const body = { reason: 'Nobody was there.' };
    const { named, ...request } = onInvoice(
      number,
      ReturnFromCollection,
      `collections/${collectionId}/return`,
      body,
    );
    return { ...request, named: { ...named, collectionId } };
  },
});

export const collectionActions: FeatureActions = {
  actions: [handOver, takeBack],
  balances: [
    {
      of: 'collections',
      projection: 'collections',
      what: 'how long an agency asks',
      sql: 'select id::text, invoice_id, agency, handed_over_on, returned_on from live.collections',
      must: (facts) => {
        const returned = by(ofType(facts, 'ReturnedFromCollection'), 'collectionId');
        return once(facts, 'HandedToCollection', 'collectionId', ({ said }) => [
          ...[said.invoiceId, said.agency, said.handedOverOn],
          returned.get(said.collectionId!)?.[0]?.said.returnedOn,
        ]);
      },
    },
  ],
  agrees: (books, tables) => {
    const rows = tables.rows<CollectionRow>(collections);
    const is = rows.map((row) => [row.id, row.invoice_id, row.handed_over_on, row.returned_on]);
    const must = [...books.on(COLLECTIONS)].map(([id, { number, on, returnedOn = null }]) => [
      ...[id, invoiceId(number), on, returnedOn],
    ]);
    equal('collections', is, must);
  },
};
