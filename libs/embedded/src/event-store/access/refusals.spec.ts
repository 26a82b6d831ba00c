import { Refusals } from './refusals.js';

describe('Callers that are turned away', () => {
  it('are told of at once, then once a minute with their number', () => {
    const lines: string[] = [];
    let now = 1_000;
    const refusals = new Refusals(
      { info: () => undefined, warn: (line) => void lines.push(line) },
      () => now,
    );
    for (let i = 0; i < 50; i += 1) refusals.add('Append: wrong', `127.0.0.1:${i}`);
    now += 60_000;
    refusals.add('Read: wrong', '127.0.0.1:77');
    refusals.add('Read: wrong', '127.0.0.1:78');
    expect(lines).toEqual([
      'refused 127.0.0.1:0: Append: wrong',
      'refused 127.0.0.1:77: Read: wrong, and 49 more since the last such line',
    ]);
  });
});
