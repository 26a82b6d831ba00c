import { given, TODAY } from '../../../../test/support/decisions.js';
import { logHeadDecider } from './log-head.decider.js';
import type { LogHeadFacts } from './log-head.events.js';

const recorded = (position: string): { type: 'LogHeadRecorded'; data: LogHeadFacts['LogHeadRecorded'] } => ({
  type: 'LogHeadRecorded',
  data: { entity: 'main', ...head(position), recordedOn: TODAY },
});
const head = (position: string) => ({ position, facts: '2', streams: '1', hash: 'ab' });

describe('the head of the log', () => {
  it('is recorded as far as the log was read', () => {
    expect(given(logHeadDecider).when('RecordLogHead', head('900'), undefined)).toEqual([recorded('900')]);
    expect(given(logHeadDecider, recorded('900')).when('RecordLogHead', head('1000'), undefined)).toEqual([
      recorded('1000'),
    ]);
  });

  it('is recorded once, and never one that a slower reading came to', () => {
    for (const position of ['1000', '900']) {
      expect(
        given(logHeadDecider, recorded('1000')).when('RecordLogHead', head(position), undefined),
      ).toEqual([]);
    }
  });
});
