import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import { works } from './work.stream.js';

const ITEM = { itemId: 'broken-promise.1', customerId: 'C-1' };
const DONE = { type: 'WorkDone', data: { ...ITEM, doneOn: TODAY } } as const;
const subject = { subject: 'customer-1' };

describe('a thing to do', () => {
  it('is done once, with or without a note', () => {
    expect(given(works).when('DoWork', ITEM, subject)).toEqual([DONE]);
    expect(given(works).when('DoWork', { ...ITEM, note: 'They pay.' }, subject)).toMatchObject([
      { data: { personal: { ...subject, note: 'They pay.' } } },
    ]);
    expect(given(works, DONE).when('DoWork', ITEM, subject)).toMatchObject({ refused: 'already-done' });
  });

  it('is put off to a day to come, as often as need be, until it is done', () => {
    const snooze = (until: string, ...before: (typeof DONE)[]) =>
      given(works, ...before).when('SnoozeWork', { ...ITEM, until, reason: 'They are away.' }, subject);
    expect(snooze('2026-06-20')).toMatchObject([{ type: 'WorkSnoozed', data: { until: '2026-06-20' } }]);
    expect(snooze(TODAY)).toEqual(wrongField('/until', 'after-today'));
    expect(snooze('2026-06-20', DONE)).toMatchObject({ refused: 'already-done' });
  });

  it('that is not there is not found', () => {
    const nothing = { ...ITEM, customerId: undefined };
    expect(given(works).when('DoWork', nothing, subject)).toMatchObject({ refused: 'work-not-found' });
  });
});
