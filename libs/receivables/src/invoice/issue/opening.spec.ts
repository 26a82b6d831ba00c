import { evolve } from '@quittance/kernel';
import { given, wrongField } from '../../../../../test/support/decisions.js';
import { customerWith } from '../../../spec/customer-facts.js';
import { invoices, openOn } from '../invoice.stream.js';

const COMMAND = {
  ...{ number: 'R-1', customerId: 'C-1', issuedOn: '2026-01-15', dueOn: '2026-02-14' },
  ...{ currency: 'EUR', total: '100' },
};
const issue = (opening: object, roles = ['importer'], change: object = {}) =>
  given(invoices).when(
    'IssueInvoice',
    { ...COMMAND, opening: { on: '2026-04-01', ...opening }, ...change },
    {
      customer: customerWith({ name: 'Rossi' }),
      customerSubject: 'customer-1',
      owner: { registered: true },
      fallback: 'anna',
    },
    { roles },
  );

describe('an invoice that is taken over from elsewhere', () => {
  it('counts from its opening, with the dates it had, less what had settled it', () => {
    const facts = issue({ settledBefore: '30', lastReminder: '2026-03-20', remindersSent: 2 });
    expect(facts).toMatchObject([
      {
        data: {
          ...{ issuedOn: '2026-01-15', dueOn: '2026-02-14', total: '100.00', settledBefore: '30.00' },
          opening: { on: '2026-04-01', lastReminder: '2026-03-20', remindersSent: 2 },
        },
      },
    ]);
    const [fact] = facts as [never];
    const { settlement, issue: of } = evolve(invoices.evolve, invoices.initial, fact);
    expect([settlement.open, of?.issuedOn]).toEqual(['70.00', '2026-04-01']);
    expect(openOn(settlement, 'EUR', '2026-04-01').toString()).toBe('70.00');
  });

  it('says nothing of what had settled it where nothing had', () => {
    expect(issue({ settledBefore: '0.00' })).not.toMatchObject([{ data: { settledBefore: '0.00' } }]);
    expect(issue({})).toHaveLength(1);
  });

  it.each([
    ['before its issue', { on: '2026-01-14' }, '/opening/on', 'not-before-issue'],
    ['tomorrow', { on: '2026-06-16' }, '/opening/on', 'not-in-future'],
    ['with nothing open', { settledBefore: '100' }, '/opening/settledBefore', 'below-total'],
    ['with more settled than owed', { settledBefore: '100.01' }, '/opening/settledBefore', 'below-total'],
    ['with too many decimals', { settledBefore: '1.001' }, '/opening/settledBefore', 'decimals'],
    ['with a reminder after it', { lastReminder: '2026-04-02' }, '/opening/lastReminder', 'before-opening'],
  ])('is not taken over %s', (_words, opening, field, rule) => {
    expect(issue(opening)).toEqual(wrongField(field, rule));
  });

  it('is taken over by an importer or a manager, not by a clerk', () => {
    expect(issue({}, ['manager'])).toHaveLength(1);
    expect(issue({}, ['clerk'])).toMatchObject({
      refused: 'forbidden',
      kind: 'forbidden',
      field: '/opening',
    });
  });
});
