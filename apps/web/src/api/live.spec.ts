import { both, isTouched } from './live';

const CHANGED = { position: '7', invoices: ['a'], payments: [], customers: ['C-1'], reports: true };

describe('what an event makes old', () => {
  it.each([
    [['/v1/invoices/{id}', { id: 'a' }], true],
    [['/v1/invoices/{id}/timeline', { id: 'b' }], false],
    [['/v1/payments/{id}', { id: 'a' }], false],
    [['/v1/customers/{id}', { id: 'C-1' }], true],
    [['/v1/reports/aging', {}], true],
    [['/v1/reports/aging', { knownAt: '2026-03-31T00:00:00Z' }], false],
    [['/v1/invoices', {}, 'page', 0, ''], false],
    [['/v1/invoices', {}, 'cursors'], false],
    [['/v1/me'], false],
  ])('%j: %s', (key, old) => {
    expect(isTouched(key as unknown[], CHANGED)).toBe(old);
  });

  it('many touch everything of their kind, and two events are one', () => {
    const later = {
      ...CHANGED,
      position: '9',
      invoices: 'many' as const,
      customers: ['C-2'],
      reports: false,
    };
    const one = both(CHANGED, later);
    expect(one).toEqual({ ...CHANGED, position: '9', invoices: 'many', customers: ['C-1', 'C-2'] });
    expect(isTouched(['/v1/invoices/{id}', { id: 'z' }], one)).toBe(true);
  });
});
