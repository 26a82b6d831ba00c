import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { by, ofType, once } from '../../../../test/faults/support/books/balance.js';
import {
  action,
  cents,
  day,
  type FeatureActions,
  inCents,
  must,
  NAMES,
  nth,
  plain,
  type Request,
  seldom,
  which,
} from '../../../../test/histories/simulated/action.js';
import { amountOf, dayAt } from '../../../../test/histories/simulated/books.js';
import { ACTOR } from '../../../../test/histories/simulated/requests.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { isLimited } from '../customer/customer.actions.js';
import { invoiceId, invoiceNumbered, INVOICES } from '../invoice/invoice.actions.js';
import { intoOf } from '../merge/merge.actions.js';
import { did } from '../settings/settings.actions.js';
import { closed, DRAFTS, drawn, ISSUES, oneOf, statusOf, toIssue, waitingIn } from './draft.book.actions.js';
import { ApproveDraft, ChangeDraft, CreateDraft, DiscardDraft, IssueDraft } from './draft.commands.js';
import { finishDraft } from './issue-draft.js';
import { issueInSeries } from './issue-in-series.js';
import { type DraftRow, draftRows } from './draft.tables.js';

const SECOND_PERSON = 'mara';

const onDraft = (draftId: string, type: Request['type'], step: string, body: object): Request => ({
  ...{ type, path: `/v1/drafts/${draftId}/${step}`, body, named: { draftId } },
});

const write = action({
  do: 'write a draft',
  weight: 2,
  draw: fc.record({ customer: fc.nat(1), cents, issued: day, owner: fc.nat(2) }),
  words: ({ customer, cents: over, issued, owner }) =>
    `write a draft to ${NAMES.customers[customer]} over ${inCents(over)}, to be issued on ${dayAt(issued)}, owner ${NAMES.people[owner]}`,
  command: ({ customer, cents: over, issued, owner }, _books, { customers, people }) => ({
    ...{ customerId: customers[customer]!, issuedOn: dayAt(issued), dueOn: dayAt(issued) },
    ...{ currency: 'EUR', total: amountOf(over, 'EUR'), ownerId: people[owner]! },
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
    const one = drawn(books, draft);
    return one && { ...one, total: amountOf(over, 'EUR') };
  },
  verdict: ({ id, total }, books) => {
    const draft = oneOf(books, id);
    if (intoOf(books, draft.customer) !== undefined) return 'merged';
    return closed(draft) ?? (draft.total === total ? 'nothing' : 'ok');
  },
  take: ({ id, total }, books) => void Object.assign(oneOf(books, id), { total, approved: false }),
  request: ({ id, total }) => onDraft(id, ChangeDraft, 'changes', { total }),
});

const approve = action({
  do: 'approve a draft',
  weight: 1,
  draw: fc.record({ draft: which, alone: seldom(4, fc.constant(true)) }),
  words: ({ draft, alone }) => `${alone ? 'who wrote it' : 'somebody else'} approves the ${nth(draft)} draft`,
  command: ({ draft, alone }, books) => {
    const one = toIssue(books, draft);
    return one && { ...one, alone: alone === true };
  },
  verdict: ({ id, alone }, books) => {
    const draft = oneOf(books, id);
    return closed(draft) ?? (alone ? 'same-person' : draft.approved ? 'already-approved' : 'ok');
  },
  take: ({ id }, books) => void (oneOf(books, id).approved = true),
  request: ({ id, alone }) => ({
    ...onDraft(id, ApproveDraft, 'approval', {}),
    ...(!alone && { by: SECOND_PERSON }),
  }),
});

const issue = action({
  do: 'issue a draft',
  weight: 3,
  draw: fc.record({ draft: which, series: fc.boolean(), taken: seldom(6, which) }),
  words: ({ draft, series, taken }) =>
    `issue the ${nth(draft)} draft under ${series ? 'the next number of its series' : taken === null ? 'a number of its own' : `the number of the ${nth(taken)} invoice`}`,
  command: ({ draft, series, taken }, books, { tag }) => {
    const one = toIssue(books, draft);
    if (!one) return undefined;
    const place = [...books.on(DRAFTS).keys()].indexOf(one.id) + 1;
    const another = taken === null ? undefined : invoiceNumbered(books, taken);
    const under: { series?: string; number?: string } = series
      ? { series: `${tag}-S-` }
      : { number: another ?? `${tag}-D-${place}` };
    return { ...one, ...under };
  },
  verdict: ({ id, number }, books) => {
    const draft = oneOf(books, id);
    const { customer, approved } = draft;
    if (intoOf(books, customer) !== undefined) return 'merged';
    const no = closed(draft);
    if (no !== undefined) return no;
    if (isLimited(books, customer) && !approved) return 'needs-approval';
    return number !== undefined && books.on(INVOICES).has(number) ? 'number-taken' : 'ok';
  },
  take: (command, books, { number }) => {
    const { id, series } = command;
    must(series === undefined || number!.startsWith(series), `${number} is no number of ${series}`);
    must(!books.on(INVOICES).has(number!), `${number} was taken before`);
    oneOf(books, id).issued = number!;
    const issues = books.on(ISSUES).get(id) ?? { asked: new Set(), reopened: new Set() };
    issues.asked.add(command);
    books.on(ISSUES).set(id, issues);
  },
  request: ({ id, number, series }) => ({
    ...onDraft(id, IssueDraft, 'issue', series === undefined ? { number } : { series }),
    ...(series !== undefined && { through: issueInSeries }),
  }),
});

const discard = action({
  do: 'discard a draft',
  weight: 1,
  draw: fc.record({ draft: which }),
  words: ({ draft }) => `discard the ${nth(draft)} draft`,
  command: ({ draft }, books) => drawn(books, draft),
  verdict: ({ id }, books) => closed(oneOf(books, id)) ?? 'ok',
  take: ({ id }, books) => void (oneOf(books, id).discarded = true),
  request: ({ id }) => onDraft(id, DiscardDraft, 'discard', { reason: 'The order was cancelled.' }),
});

export const draftActions: FeatureActions = {
  actions: [write, change, approve, issue, discard],
  hears: {
    InvoiceIssued: (said, books) => {
      const { number, customerId: customer, ownerId, issuedOn, dueOn, currency, total } = said;
      const draft = [...books.on(DRAFTS).values()].find(({ issued }) => issued === number);
      must(draft?.total === total && draft?.customer === customer, `invoice ${number} is of no draft`);
      did(books, invoiceId(number!), ACTOR, ['issue']);
      books.on(INVOICES).set(number!, {
        ...{ customer: customer!, currency: currency!, issuedOn: issuedOn!, dueOn: dueOn!, taken: [] },
        ...{ open: new Decimal(total!), paid: new Decimal(0), agreed: [] },
        owners: [{ on: issuedOn!, value: ownerId! }],
      });
    },
    DraftReopened: ({ draftId }, books) => {
      oneOf(books, draftId!).issued = undefined;
      const { asked, reopened } = books.on(ISSUES).get(draftId!)!;
      for (const command of asked) reopened.add(command);
    },
  },
  refusedLater: (said, books) =>
    [...books.on(ISSUES).values()].some(({ reopened }) => reopened.has(said)) ? ['draft-reopened'] : [],
  waiting: (books) => waitingIn(books).map((id) => `the invoice of draft ${id}`),
  finish: async (books, { store, execute }) => {
    for (const id of waitingIn(books)) await finishDraft(store, execute, id);
  },
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
    const is = rows.map((row) => [row.id, row.customer_id, plain(row.total), row.status, row.number]);
    const own = [...books.on(DRAFTS)].map(([id, draft]) => [
      ...[id, draft.customer, plain(draft.total), statusOf(draft), draft.issued ?? null],
    ]);
    equal('drafts', is, own);
  },
};
