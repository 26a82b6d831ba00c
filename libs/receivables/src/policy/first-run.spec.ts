import { given } from '../../../../test/support/decisions.js';
import { policies } from './policy.decider.js';

describe('escalations of a first run', () => {
  const HELD = {
    type: 'EscalationsHeld',
    data: { escalations: 51, heldOn: '2026-06-01' },
  } as const;
  const confirmed = (today: string) =>
    ({ type: 'EscalationsConfirmed', data: { ...HELD.data, confirmedOn: today } }) as const;
  const hold = (escalations: number) => ({ on: '2026-06-01', escalations });

  it('are held once when they are more than 50, whoever counts them', () => {
    expect(given(policies).when('HoldEscalations', hold(50), undefined)).toEqual([]);
    expect(given(policies).when('HoldEscalations', hold(51), undefined)).toEqual([HELD]);
    expect(given(policies, HELD).when('HoldEscalations', hold(60), undefined)).toEqual([]);
  });

  it('are confirmed once, when they are held, and never held again', () => {
    const today = { today: '2026-06-02' };
    expect(given(policies).when('ConfirmEscalations', {}, undefined)).toMatchObject({
      refused: 'nothing-held',
    });
    expect(given(policies, HELD).when('ConfirmEscalations', {}, undefined, today)).toEqual([
      confirmed('2026-06-02'),
    ]);
    const after = given(policies, HELD, confirmed('2026-06-02'));
    expect(after.when('ConfirmEscalations', {}, undefined, today)).toEqual([]);
    expect(after.when('HoldEscalations', hold(400), undefined)).toEqual([]);
  });
});
