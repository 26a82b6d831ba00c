import { Money } from '@quittance/kernel';
import { overLimit } from './credit-limit.decider.js';

describe('a credit limit', () => {
  const judged = (owed: string, behind = false) =>
    overLimit(Money.of('100.00', 'EUR'), { limit: '250.00', rows: [{ owed }], judgedAt: '7', behind });

  it('is kept up to the last cent', () => {
    expect(judged('150.00')).toEqual({});
    expect(judged('150.01')).toEqual({ overLimit: { limit: '250.00', owed: '250.01', judgedAt: '7' } });
  });
  it('counts as passed where the ledger is too far behind', () => {
    expect(judged('0.00', true)).toEqual({ overLimit: { limit: '250.00', owed: '100.00', judgedAt: '7' } });
  });
  it('that nobody set does not limit', () =>
    expect(overLimit(Money.of('100.00', 'EUR'), undefined)).toEqual({}));
});
