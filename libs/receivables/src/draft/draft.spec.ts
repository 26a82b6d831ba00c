import type { FactOf } from '@quittance/kernel';
import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import type { DraftFacts } from './draft.events.js';
import type { CreditJudged } from '../invoice/invoice.stream.js';
import { drafts } from './draft.decider.js';
import { seriesStreams } from './series.decider.js';

const FIELDS = {
  customerId: 'C-1',
  issuedOn: '2026-06-01',
  dueOn: '2026-07-01',
  currency: 'EUR',
  total: '100.00',
};
const { customerId, ...content } = FIELDS;
const invoice = {
  ...{
    customer: { customerId, first: {}, changes: [] },
    customerSubject: 'customer-1',
    owner: undefined,
    fallback: 'anna',
  },
};
const issuing = (credit?: CreditJudged, taken = false) => ({
  invoice: { ...invoice, credit } as never,
  named: { invoiceId: 'I', taken },
});

type Fact = FactOf<DraftFacts>;
const OF = { draftId: '1', customerId };
const CREATED: Fact = {
  type: 'DraftCreated',
  data: { ...OF, content, createdOn: TODAY, createdBy: 'anna' },
};
const approved: Fact = {
  type: 'DraftApproved',
  data: { ...OF, currency: 'EUR', total: '100.00', approvedOn: TODAY, approvedBy: 'boss' },
};
const changed = (changedBy: string): Fact => ({
  type: 'DraftChanged',
  data: { ...OF, content, changedOn: TODAY, changedBy, fields: ['total'] },
});
const ISSUED: Fact = {
  type: 'DraftIssued',
  data: { ...OF, invoiceId: 'I', number: 'N-1', issuedOn: '2026-06-01' },
};
const REOPENED: Fact = {
  type: 'DraftReopened',
  data: { ...OF, number: 'N-1', code: 'looks-alike', reopenedOn: TODAY },
};
const draftOf = (...facts: Fact[]) => given(drafts, ...(facts as never[]));

describe('a draft', () => {
  it('is an invoice without a number; what it says of people is personal', () => {
    const command = { ...FIELDS, notes: 'By hand.', work: { project: 'Bridge', approvedBy: 'Neri' } };
    const personal = { subject: 'customer-1', notes: 'By hand.', approvedBy: 'Neri' };
    const said = { ...content, work: { project: 'Bridge' } };
    expect(draftOf().when('CreateDraft', command as never, invoice)).toEqual([
      { type: 'DraftCreated', data: { ...OF, content: said, personal, createdOn: TODAY, createdBy: 'anna' } },
    ]);
  });

  it('says nothing that an invoice could not say', () => {
    const create = (change: object) => draftOf().when('CreateDraft', { ...FIELDS, ...change }, invoice);
    expect(create({ net: '1.00', vat: '1.00' })).toEqual(wrongField('/total', 'adds-up'));
    expect(create({ dueOn: '2026-05-31' })).toEqual(wrongField('/dueOn', 'not-before-issue'));
  });

  it('changes in what is named; another way to say when it is due takes the place of the one before', () => {
    const change = (named: object) =>
      draftOf(CREATED).when('ChangeDraft', { draftId: '1', ...named }, invoice);
    expect(change({ total: '120.00' })).toMatchObject([
      { data: { content: { ...content, total: '120.00' }, fields: ['total'] } },
    ]);
    const { dueOn: _, ...rest } = content;
    const terms = { type: 'net', days: 30 };
    const [fact] = change({ terms }) as { data: { content: object } }[];
    expect(fact!.data.content).toEqual({ ...rest, terms });
    expect(change({ total: '100.00' })).toEqual([]);
    expect(change({})).toMatchObject({ refused: 'invalid' });
    expect(change({ total: null })).toEqual(wrongField('/total', 'required'));
  });

  it('is approved by somebody who neither wrote nor changed it, as it stands', () => {
    const approve = (actor: string, ...facts: Fact[]) =>
      draftOf(CREATED, ...facts).when('ApproveDraft', { draftId: '1' }, undefined, { actor });
    expect(approve('boss')).toMatchObject([{ type: 'DraftApproved', data: { approvedBy: 'boss' } }]);
    expect(approve('anna')).toMatchObject({ refused: 'same-person', kind: 'conflict' });
    expect(approve('lea', changed('lea'))).toMatchObject({ refused: 'same-person' });
    expect(approve('boss', approved)).toMatchObject({ refused: 'already-approved' });
    expect(approve('boss', approved, changed('lea'))).toHaveLength(1);
  });

  it('is issued once; above the credit limit of its customer only when it is approved', () => {
    const issue = (facts: Fact[], credit?: CreditJudged, taken?: boolean) =>
      draftOf(...facts).when('IssueDraft', { draftId: '1', number: 'N-1' }, issuing(credit, taken));
    expect(issue([CREATED])).toEqual([ISSUED]);
    expect(issue([CREATED], undefined, true)).toMatchObject({ refused: 'number-taken', kind: 'conflict' });
    expect(issue([CREATED, ISSUED])).toMatchObject({ refused: 'draft-issued' });
    expect(issue([CREATED, ISSUED, REOPENED])).toEqual([ISSUED]);
    expect(issue([])).toMatchObject({ refused: 'draft-not-found', kind: 'not-found' });
    const credit = { limit: '150.00', rows: [{ owed: '50.00' }], judgedAt: '7', behind: false };
    expect(issue([CREATED], credit)).toMatchObject([{ data: { judgedAt: '7', creditLimit: '150.00' } }]);
    const above = { ...credit, rows: [{ owed: '50.01' }] };
    expect(issue([CREATED], above)).toMatchObject({ refused: 'needs-approval', kind: 'conflict' });
    expect(issue([CREATED], { ...credit, behind: true })).toMatchObject({ refused: 'needs-approval' });
    expect(issue([CREATED, approved], above)).toMatchObject([{ data: { overLimit: true } }]);
    expect(issue([CREATED, approved, changed('anna')], above)).toMatchObject({ refused: 'needs-approval' });
  });

  it('whose invoice is refused is open again', () => {
    const reopen = (...facts: Fact[]) =>
      draftOf(CREATED, ...facts).when('ReopenDraft', { draftId: '1', code: 'looks-alike' }, undefined);
    expect(reopen(ISSUED)).toEqual([REOPENED]);
    expect(reopen(ISSUED, REOPENED)).toEqual([]);
  });

  it('is discarded once', () => {
    const discard = (...facts: Fact[]) =>
      draftOf(CREATED, ...facts).when(
        'DiscardDraft',
        { draftId: '1', reason: 'No order.' },
        { customerSubject: 'customer-1' },
      );
    const data = { ...OF, discardedOn: TODAY, personal: { subject: 'customer-1', reason: 'No order.' } };
    expect(discard()).toEqual([{ type: 'DraftDiscarded', data }]);
    expect(discard(ISSUED)).toMatchObject({ refused: 'draft-issued' });
    expect(discard({ type: 'DraftDiscarded', data })).toMatchObject({ refused: 'draft-discarded' });
  });
});

it('numbers of a series follow one another, after those that were given by hand', () => {
  const taken = (place: number) => ({
    type: 'NumberTaken' as const,
    data: { series: 'N-', place, number: `N-000${place}`, draftId: '0', takenOn: TODAY },
  });
  const take = (highest: number, ...facts: ReturnType<typeof taken>[]) =>
    given(seriesStreams, ...facts).when('TakeNumber', { series: 'N-', draftId: '1' }, { highest });
  expect(take(0)).toMatchObject([{ data: { place: 1, number: 'N-0001', draftId: '1' } }]);
  expect(take(0, taken(1), taken(2))).toMatchObject([{ data: { number: 'N-0003' } }]);
  expect(take(41, taken(1))).toMatchObject([{ data: { number: 'N-0042' } }]);
  expect(take(99_999)).toMatchObject([{ data: { number: 'N-100000' } }]);
});
