import { holdsOf, stream } from '@quittance/kernel';
import { ISSUED, NAMED, paid } from '../../spec/invoice-facts.js';
import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import { issue } from '../invoice/issue/issue.decider.js';
import type { Settlement } from '../invoice/settlement/settled.decider.js';
import { settlement } from '../invoice/settlement/settlement.decider.js';
import { dispute } from './dispute.decider.js';
import type { DisputeFacts } from './dispute.events.js';

interface Credited {
  creditNoteId: string;
  applied: string;
  open: string;
  on: string;
}
// A credit note takes from the invoice what it takes, whichever fact says so.
const credited = (
  { taken }: Settlement,
  { open, applied, on, creditNoteId: source }: Credited,
): Settlement => ({
  open,
  taken: { on, applied, kind: 'credit', source, before: taken },
});
const invoices = stream('invoice', [
  issue,
  { ...settlement, evolve: { ...settlement.evolve, Credited: credited } } as typeof settlement,
  dispute,
]);

type Facts = { type: string; data: object }[];
const having = (facts: Facts) => given(invoices, ...(facts as never[]));
const PERSONAL = { subject: 'customer-1', reason: 'Two came broken.' };
const credit = (applied: string, open: string, on = '2026-05-20', creditNoteId = 'K-1') => ({
  type: 'Credited',
  data: { creditNoteId, applied, open, on },
});

const raise = (change: object = {}, facts: Facts = [ISSUED]) =>
  having(facts).when(
    'RaiseDispute',
    { invoiceId: '1', reasonCode: 'quality', reason: PERSONAL.reason, ...change },
    { customerSubject: 'customer-1', owner: { registered: true } },
  );
const raised = (amount: string, disputedOn = '2026-05-10', disputeId = 'd1') => ({
  type: 'DisputeRaised',
  data: {
    ...{ ...NAMED, disputeId, currency: 'EUR', amount, reasonCode: 'quality', disputedOn },
    personal: PERSONAL,
  },
});
const resolve = (
  change: object,
  facts: Facts = [ISSUED, raised('40.00')],
  askedBack: readonly string[] = [],
) =>
  having(facts).when(
    'ResolveDispute',
    { invoiceId: '1', disputeId: 'd1', outcome: 'rejected', reason: 'Seen.', ...change } as never,
    { customerSubject: 'customer-1', askedBack },
  );
const resolved = (
  resolvedOn: string,
  change: Partial<DisputeFacts['DisputeResolved']> = {},
  disputeId = 'd1',
) => ({
  type: 'DisputeResolved',
  data: {
    ...{ ...NAMED, disputeId, currency: 'EUR', disputed: '40.00', outcome: 'rejected', resolvedOn },
    personal: PERSONAL,
    ...change,
  },
});

describe('a dispute', () => {
  it('is raised over a part from today, with a reason that is personal', () => {
    const named = { amount: '40', ownerId: 'lea', answerBy: '2026-07-01' };
    expect(raise(named)).toEqual([
      {
        type: 'DisputeRaised',
        data: {
          ...NAMED,
          disputeId: 'part-0',
          currency: 'EUR',
          amount: '40.00',
          reasonCode: 'quality',
          ownerId: 'lea',
          answerBy: '2026-07-01',
          disputedOn: TODAY,
          personal: PERSONAL,
        },
      },
    ]);
  });

  it('without an amount is over all that is open on its day and not disputed yet', () => {
    const facts = [ISSUED, paid('30.00', '70.00')];
    expect(raise({}, facts)).toMatchObject([{ data: { amount: '70.00' } }]);
    expect(raise({ disputedOn: '2026-05-01' }, facts)).toMatchObject([{ data: { amount: '100.00' } }]);
    expect(raise({}, [...facts, raised('50.00')])).toMatchObject([{ data: { amount: '20.00' } }]);
  });

  it('is over no more, with those in force, than is open', () => {
    const facts = [ISSUED, raised('40.00')];
    expect(raise({ amount: '60.00' }, facts)).toHaveLength(1);
    expect(raise({ amount: '60.01' }, facts)).toMatchObject({ refused: 'more-than-open', kind: 'conflict' });
    expect(raise({}, [ISSUED, raised('100.00')])).toMatchObject({ refused: 'more-than-open' });
    // One that begins later is in force then, too.
    expect(raise({ amount: '60.01', disputedOn: '2026-05-01' }, facts)).toMatchObject({
      refused: 'more-than-open',
    });
    expect(raise({ amount: '100.00' }, [...facts, resolved('2026-05-20')])).toHaveLength(1);
  });

  it('is of an invoice on which something was open that day', () => {
    const facts = [ISSUED, paid('100.00', '0.00')];
    expect(raise({}, facts)).toMatchObject({ refused: 'already-settled', kind: 'conflict' });
    expect(raise({ disputedOn: '2026-05-01' }, facts)).toHaveLength(1);
    expect(raise({}, [])).toMatchObject({ refused: 'invoice-not-found', kind: 'not-found' });
  });

  it.each([
    [{ disputedOn: '2026-06-16' }, '/disputedOn', 'not-in-future'],
    [{ disputedOn: '2026-03-31' }, '/disputedOn', 'not-before-issue'],
    [{ answerBy: '2026-06-14' }, '/answerBy', 'not-before-dispute'],
    [{ amount: '1.005' }, '/amount', 'decimals'],
    [{ amount: '0.00' }, '/amount', 'positive'],
  ])('with %j is refused', (change, field, rule) => {
    expect(raise(change)).toEqual(wrongField(field, rule));
  });

  it('is looked into by a person who exists', () => {
    const references = { customerSubject: 'customer-1', owner: undefined };
    const command = { invoiceId: '1', reasonCode: 'price', reason: 'r', ownerId: 'nobody' };
    expect(having([ISSUED]).when('RaiseDispute', command, references)).toEqual(
      wrongField('/ownerId', 'exists', 'unknown-person'),
    );
  });
});

describe('the resolution of a dispute', () => {
  it.each(['rejected', 'withdrawn'] as const)('%s needs a reason only', (outcome) => {
    const [fact] = resolve({ outcome }) as Facts;
    expect(fact).toEqual({
      type: 'DisputeResolved',
      data: {
        ...{ ...NAMED, disputeId: 'd1', currency: 'EUR', disputed: '40.00', outcome, resolvedOn: TODAY },
        personal: { subject: 'customer-1', reason: 'Seen.' },
      },
    });
  });

  it('upheld names the credit note, of which as much was applied to the invoice by that day', () => {
    const upheld = { outcome: 'upheld', creditNoteId: 'K-1' };
    const facts = [ISSUED, raised('40.00'), credit('40.00', '60.00')];
    expect(resolve(upheld, facts)).toMatchObject([
      { data: { disputed: '40.00', outcome: 'upheld', amount: '40.00', creditNoteId: 'K-1' } },
    ]);
    const needs = { refused: 'needs-credit-note', kind: 'conflict' };
    expect(resolve({ outcome: 'upheld' }, facts)).toMatchObject(needs);
    expect(resolve({ ...upheld, creditNoteId: 'K-2' }, facts)).toMatchObject(needs);
    expect(resolve(upheld)).toMatchObject(needs);
    expect(resolve({ ...upheld, resolvedOn: '2026-05-19' }, facts)).toMatchObject(needs);
    expect(resolve(upheld, [...facts, credit('-0.01', '60.01')])).toMatchObject(needs);
    // What the credit note asks back covers nothing, before the invoice answers.
    expect(resolve(upheld, facts, ['0.01'])).toMatchObject(needs);
  });

  it('upheld in part needs as much, and the rest counts as rejected', () => {
    const part = { outcome: 'upheld', creditNoteId: 'K-1', amount: '25' };
    const facts = [ISSUED, raised('40.00'), credit('25.00', '75.00')];
    expect(resolve(part, facts)).toMatchObject([{ data: { disputed: '40.00', amount: '25.00' } }]);
    expect(resolve({ ...part, amount: '25.01' }, facts)).toMatchObject({ refused: 'needs-credit-note' });
    expect(resolve({ ...part, amount: '40.01' }, facts)).toMatchObject({ refused: 'more-than-disputed' });
  });

  it('upheld does not rest on what upheld another dispute', () => {
    const upheld = { outcome: 'upheld', creditNoteId: 'K-1', disputeId: 'd2', amount: '20.01' };
    const before = resolved('2026-05-21', { outcome: 'upheld', amount: '40.00', creditNoteId: 'K-1' });
    const facts = [
      ISSUED,
      raised('40.00'),
      raised('30.00', '2026-05-11', 'd2'),
      credit('60.00', '40.00'),
      before,
    ];
    expect(resolve(upheld, facts)).toMatchObject({ refused: 'needs-credit-note' });
    expect(resolve({ ...upheld, amount: '20.00' }, facts)).toHaveLength(1);
  });

  it('is of a dispute that is there and open', () => {
    expect(resolve({ disputeId: 'd9' })).toMatchObject({ refused: 'dispute-not-found', kind: 'not-found' });
    expect(resolve({}, [ISSUED, raised('40.00'), resolved('2026-05-20')])).toMatchObject({
      refused: 'already-resolved',
      kind: 'conflict',
    });
    expect(resolve({}, [])).toMatchObject({ refused: 'invoice-not-found' });
  });

  it.each([
    [{ resolvedOn: '2026-06-16' }, '/resolvedOn', 'not-in-future'],
    [{ resolvedOn: '2026-05-09' }, '/resolvedOn', 'not-before-dispute'],
    [{ amount: '1.00' }, '/amount', 'only-upheld'],
    [{ creditNoteId: 'K-1', outcome: 'withdrawn' }, '/creditNoteId', 'only-upheld'],
    [{ outcome: 'upheld', creditNoteId: 'K-1', amount: '0.00' }, '/amount', 'positive'],
  ])('with %j is refused', (change, field, rule) => {
    expect(resolve(change)).toEqual(wrongField(field, rule));
  });
});

describe('what disputes hold up', () => {
  const held = (day: string, ...facts: Facts) => holdsOf(having([ISSUED, ...facts]).state, day);
  const hold = (id: string, since: string, amount: string) => ({ kind: 'disputed', id, since, amount });

  it('is theirs from the day they count from until the day before they are resolved', () => {
    const facts = [raised('40.00'), resolved('2026-05-20')];
    expect(held('2026-05-09', ...facts)).toEqual([]);
    expect(held('2026-05-10', ...facts)).toEqual([hold('d1', '2026-05-10', '40.00')]);
    expect(held('2026-05-19', ...facts)).toHaveLength(1);
    expect(held('2026-05-20', ...facts)).toEqual([]);
  });

  it('is no more than is open: money fills the undisputed part first', () => {
    const facts = [raised('40.00'), raised('30.00', '2026-05-11', 'd2')];
    expect(held(TODAY, ...facts, paid('30.00', '70.00'))).toMatchObject([
      { amount: '40.00' },
      { amount: '30.00' },
    ]);
    expect(held(TODAY, ...facts, paid('45.00', '55.00'))).toMatchObject([
      { amount: '40.00' },
      { amount: '15.00' },
    ]);
    expect(held(TODAY, ...facts, paid('70.00', '30.00'))).toEqual([hold('d1', '2026-05-10', '30.00')]);
    expect(held(TODAY, ...facts, paid('100.00', '0.00'))).toEqual([]);
  });
});
