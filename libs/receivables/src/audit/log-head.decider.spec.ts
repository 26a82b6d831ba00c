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

describe('the beginning of MACs', () => {
  const begun = (key: string): { type: 'MacBegun'; data: LogHeadFacts['MacBegun'] } => ({
    type: 'MacBegun',
    data: { entity: 'main', key, begunOn: TODAY },
  });

  it('is recorded once, whatever heads lie around it', () => {
    const send = { key: 'k1', forged: 0 };
    expect(given(logHeadDecider, recorded('900')).when('BeginMacs', send, undefined)).toEqual([begun('k1')]);
    for (const facts of [[begun('k1')], [recorded('900'), begun('k0'), recorded('1000')]])
      expect(given(logHeadDecider, ...facts).when('BeginMacs', send, undefined)).toEqual([]);
  });

  it('is recorded after forged ones, and they hide no head', () => {
    const forged = given(logHeadDecider, recorded('900'), begun('forged'));
    expect(forged.when('BeginMacs', { key: 'k1', forged: 1 }, undefined)).toEqual([begun('k1')]);
    expect(forged.when('RecordLogHead', head('900'), undefined)).toEqual([]);
  });
});
