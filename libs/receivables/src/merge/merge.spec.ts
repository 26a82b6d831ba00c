import { stream } from '@quittance/kernel';
import { customerWith } from '../../spec/customer-facts.js';
import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import { customer } from '../customer/customer.decider.js';
import { merge } from './merge.decider.js';

const customers = stream('customer', [customer, merge], { opened: true });
const personal = { subject: 'customer-1', name: 'Rossi' };
const REGISTERED = {
  type: 'CustomerRegistered',
  data: { customerId: 'C-1', registeredOn: '2026-01-01', personal },
} as const;
const MERGE = { mergeId: 'part-0', customerId: 'C-1', intoCustomerId: 'C-2', mergedOn: TODAY };
const because = { subject: 'customer-1', reason: 'The same firm.' };
const MERGED = { type: 'CustomerMerged', data: { ...MERGE, personal: because } } as const;
const UNDONE = { type: 'CustomerMergeUndone', data: { ...MERGE, personal: because } } as const;
const OTHER = { into: customerWith(), root: 'C-2' };

describe('a merge', () => {
  const mergeInto = (
    intoCustomerId: string,
    {
      references = OTHER,
      ...change
    }: { references?: { into: typeof OTHER.into | undefined; root: string }; mergedOn?: string } = {},
    ...more: (typeof MERGED | typeof UNDONE)[]
  ) =>
    given(customers, REGISTERED, ...more).when(
      'MergeCustomer',
      { customerId: 'C-1', intoCustomerId, reason: 'The same firm.', ...change },
      references,
    );
  const undo = (...more: (typeof MERGED | typeof UNDONE)[]) =>
    given(customers, REGISTERED, ...more).when(
      'UndoMerge',
      { customerId: 'C-1', reason: 'The same firm.' },
      undefined,
    );

  it('says that a customer is another one from a day on', () => {
    expect(mergeInto('C-2')).toEqual([MERGED]);
    expect(mergeInto('C-2', { mergedOn: '2026-05-01' })).toMatchObject([
      { data: { mergedOn: '2026-05-01' } },
    ]);
  });

  it('is undone with the day that it counted from, and may be made again', () => {
    expect(undo(MERGED)).toEqual([UNDONE]);
    expect(mergeInto('C-2', {}, MERGED, UNDONE)).toEqual([MERGED]);
  });

  it.each([
    [
      'themselves',
      mergeInto('C-1', { references: { into: customerWith(), root: 'C-1' } }),
      wrongField('/intoCustomerId', 'another'),
    ],
    [
      'nobody known',
      mergeInto('C-9', { references: { into: undefined, root: 'C-9' } }),
      wrongField('/intoCustomerId', 'exists', 'unknown-customer'),
    ],
    [
      'one who was merged into them',
      mergeInto('C-2', { references: { into: customerWith(), root: 'C-1' } }),
      { refused: 'circle', kind: 'conflict' },
    ],
    [
      'one who was merged',
      mergeInto('C-2', { references: { into: customerWith(), root: 'C-3' } }),
      { refused: 'merged', kind: 'conflict', field: '/intoCustomerId', rule: 'merged' },
    ],
    [
      'another one once more',
      mergeInto('C-3', {}, MERGED),
      { refused: 'merged', kind: 'conflict', field: '/customerId', rule: 'merged' },
    ],
    [
      'another one from tomorrow on',
      mergeInto('C-2', { mergedOn: '2026-06-16' }),
      wrongField('/mergedOn', 'not-in-future'),
    ],
  ])('of a customer into %s is refused', (_words, is, must) => expect(is).toEqual(must));

  it('that is not there cannot be undone', () => {
    expect(undo()).toMatchObject({ refused: 'not-merged', kind: 'conflict' });
    expect(undo(MERGED, UNDONE)).toMatchObject({ refused: 'not-merged' });
  });

  it('leaves nothing to be changed of the merged one', () => {
    const change = (...more: (typeof MERGED | typeof UNDONE)[]) =>
      given(customers, REGISTERED, ...more).when(
        'ChangeCustomer',
        { customerId: 'C-1', segment: 'public' },
        { owner: undefined },
      );
    expect(change(MERGED)).toMatchObject({ refused: 'merged' });
    expect(change(MERGED, UNDONE)).toHaveLength(1);
  });
});
