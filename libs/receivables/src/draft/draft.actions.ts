import fc from 'fast-check';
import { by, ofType, once } from '../../../../test/faults/support/books/balance.js';
import {
  action,
  cents,
  day,
  type FeatureActions,
  inCents,
  NAMES,
  nth,
  plain,
  which,
} from '../../../../test/histories/simulated/action.js';
import { amountOf, dayAt, nthOf, type Sheet } from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { intoOf } from '../merge/merge.actions.js';
import { ChangeDraft, CreateDraft, DiscardDraft } from './draft.commands.js';
import { type DraftRow, draftRows } from './draft.tables.js';

interface Draft {
  customer: string;
  total: string;
  discarded?: boolean;
}
/** By id, as written. */
const DRAFTS: Sheet<Map<string, Draft>> = { name: 'drafts', blank: () => new Map() };

const write = action({
  do: 'write a draft',
  weight: 1,
  draw: fc.record({ customer: fc.nat(1), cents, issued: day }),
  words: ({ customer, cents: over, issued }) =>
    `write a draft to ${NAMES.customers[customer]} over ${inCents(over)}, to be issued on ${dayAt(issued)}`,
  command: ({ customer, cents: over, issued }, _books, { customers }) => ({
    ...{ customerId: customers[customer]!, issuedOn: dayAt(issued), dueOn: dayAt(issued) },
    ...{ currency: 'EUR', total: amountOf(over, 'EUR') },
  }),
  verdict: ({ customerId }, books) => (intoOf(books, customerId) === undefined ? 'ok' : 'merged'),
  take: ({ customerId: customer, total }, books, { draftId }) =>
    void books.on(DRAFTS).set(draftId!, { customer, total }),
  request: (body) => ({ type: CreateDraft, path: '/v1/drafts', body }),
});

const change = action({
  do: 'change a draft',
  weight: 1,
  draw: fc.record({ draft: which, cents }),
  words: ({ draft, cents: over }) => `change the ${nth(draft)} draft to ${inCents(over)}`,
  command: ({ draft, cents: over }, books) => {
    const id = nthOf([...books.on(DRAFTS).keys()], draft);
    return id === undefined ? undefined : { id, total: amountOf(over, 'EUR') };
  },
  verdict: ({ id, total }, books) => {
    const draft = books.on(DRAFTS).get(id)!;
    if (intoOf(books, draft.customer) !== undefined) return 'merged';
    if (draft.discarded) return 'draft-discarded';
    return draft.total === total ? 'nothing' : 'ok';
  },
  take: ({ id, total }, books) => void (books.on(DRAFTS).get(id)!.total = total),
  request: ({ id: draftId, total }) => ({
    ...{ type: ChangeDraft, path: `/v1/drafts/${draftId}/changes`, body: { total }, named: { draftId } },
  }),
});

const discard = action({
  do: 'discard a draft',
  weight: 1,
  draw: fc.record({ draft: which }),
  words: ({ draft }) => `discard the ${nth(draft)} draft`,
  command: ({ draft }, books) => {
    const id = nthOf([...books.on(DRAFTS).keys()], draft);
    return id === undefined ? undefined : { id };
  },
  verdict: ({ id }, books) => (books.on(DRAFTS).get(id)!.discarded ? 'draft-discarded' : 'ok'),
  take: ({ id }, books) => void (books.on(DRAFTS).get(id)!.discarded = true),
  request: ({ id: draftId }) => ({
    ...{ type: DiscardDraft, path: `/v1/drafts/${draftId}/discard`, named: { draftId } },
    body: { reason: 'The order was cancelled.' },
  }),
});

export const draftActions: FeatureActions = {
  actions: [write, change, discard],
  balances: [
    {
      of: 'drafts',
      projection: 'drafts',
      what: 'who wrote them, and what became of them',
      sql: `select id::text, customer_id, created_by, (status = 'discarded')::text, number from live.drafts`,
      must: (facts) => {
        const discarded = by(ofType(facts, 'DraftDiscarded'), 'draftId');
        const became = by(ofType(facts, 'DraftIssued', 'DraftReopened'), 'draftId');
        const last = by(ofType(facts, 'DraftCreated', 'DraftChanged'), 'draftId');
        return once(facts, 'DraftCreated', 'draftId', ({ said }) => {
          const id = said.draftId!;
          const end = became.get(id)?.at(-1);
          return [
            ...[last.get(id)!.at(-1)!.said.customerId, said.createdBy, String(discarded.has(id))],
            end?.type === 'DraftIssued' ? end.said.number : null,
          ];
        });
      },
    },
  ],
  agrees: (books, tables) => {
    const rows = tables.rows<DraftRow>(draftRows);
    const is = rows.map((row) => [row.id, row.customer_id, plain(row.total), row.status === 'discarded']);
    const must = [...books.on(DRAFTS)].map(([id, { customer, total, discarded = false }]) => [
      ...[id, customer, plain(total), discarded],
    ]);
    equal('drafts', is, must);
  },
};
