import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import type { LimitChanges, Limits } from './limit.kinds.js';
import { settings } from './settings.stream.js';

const having = (limits: LimitChanges = {}) =>
  given(settings, { type: 'LimitsSet', data: { limits, before: {}, setOn: '2026-01-01' } });
const set = (limits: LimitChanges, before: LimitChanges = {}) =>
  having(before).when('SetLimits', limits, undefined);
const now = (limits: LimitChanges, before: LimitChanges): unknown =>
  given(
    settings,
    { type: 'LimitsSet', data: { limits: before, before: {}, setOn: TODAY } },
    { type: 'LimitsSet', data: { limits, before: {}, setOn: TODAY } },
  ).state.limits;

describe('limits of the entity', () => {
  it('are set by name, with what was before', () => {
    const limits: Limits = { writeOffSecondPersonFrom: { EUR: '100.00' }, backDatingDays: 30 };
    expect(set({ writeOffSecondPersonFrom: { EUR: '100' }, backDatingDays: 30 })).toEqual([
      { type: 'LimitsSet', data: { limits, before: {}, setOn: TODAY } },
    ]);
    expect(set({ backDatingDays: 10 }, { ...limits, extensionDays: 5 })).toEqual([
      {
        type: 'LimitsSet',
        data: { limits: { backDatingDays: 10 }, before: { backDatingDays: 30 }, setOn: TODAY },
      },
    ]);
  });

  it('stay as they are where they are not named, currency by currency', () => {
    const before = { writeOffSecondPersonFrom: { EUR: '100.00', JPY: '9000' }, backDatingDays: 30 };
    expect(now({ writeOffSecondPersonFrom: { EUR: '50.00' } }, before)).toEqual({
      writeOffSecondPersonFrom: { EUR: '50.00', JPY: '9000' },
      backDatingDays: 30,
    });
  });

  it('are lifted by null, in one currency or in all', () => {
    const before = { writeOffSecondPersonFrom: { EUR: '100.00', JPY: '9000' }, backDatingDays: 30 };
    expect(now({ writeOffSecondPersonFrom: { EUR: null }, backDatingDays: null }, before)).toEqual({
      writeOffSecondPersonFrom: { JPY: '9000' },
    });
    expect(now({ writeOffSecondPersonFrom: null }, before)).toEqual({ backDatingDays: 30 });
    expect(now({ writeOffSecondPersonFrom: { EUR: null, JPY: null } }, before)).toEqual({
      backDatingDays: 30,
    });
  });

  it('that stand so already are nothing to do', () => {
    const before = { writeOffSecondPersonFrom: { EUR: '100.00' }, backDatingDays: 30 };
    expect(set({ writeOffSecondPersonFrom: { EUR: '100' } }, before)).toEqual([]);
    expect(set({ extensionDays: null }, before)).toEqual([]);
  });

  it('are refused with more decimals than the currency has, and without a name', () => {
    expect(set({ tolerancePerInvoice: { JPY: '1.5' } })).toEqual(
      wrongField('/tolerancePerInvoice/JPY', 'decimals'),
    );
    expect(set({})).toEqual(wrongField('', 'required'));
  });
});
