import { each } from './each';

const ten = Array.from({ length: 10 }, (_nothing, at) => at);

describe('the same for each of many', () => {
  it('is done once with each, never with more than six at once', async () => {
    const done: number[] = [];
    let [now, most] = [0, 0];
    const work = async (thing: number): Promise<void> => {
      now += 1;
      most = Math.max(most, now);
      await new Promise(setImmediate);
      now -= 1;
      done.push(thing);
    };
    await each(ten, work, new AbortController().signal);
    expect([most, done]).toEqual([6, ten]);
  });

  it('begins no other after a stop, and ends what was begun', async () => {
    const stop = new AbortController();
    const [begun, ended]: [number[], number[]] = [[], []];
    const work = async (thing: number): Promise<void> => {
      begun.push(thing);
      if (thing === 3) stop.abort();
      await new Promise(setImmediate);
      ended.push(thing);
    };
    await each(ten, work, stop.signal);
    expect(begun).toEqual([0, 1, 2, 3]);
    expect(ended).toEqual(begun);
  });
});
