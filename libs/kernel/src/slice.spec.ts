import { evolve, factsOf } from './decider.js';
import { Rejection } from './rejection.js';
import { extended, holdsOf, type Slice, stream } from './slice.js';

// A toy: a box that holds so many things, and may be locked.

interface BoxFacts {
  ThingsPut: { count: number };
}
interface LockFacts {
  Locked: { on: string };
}
interface PutThings {
  count: number;
}
interface BoxSlice {
  name: 'box';
  commands: { PutThings: PutThings };
  facts: BoxFacts;
  own: number;
  sees: { lock: string | null };
}
interface LockSlice {
  name: 'lock';
  commands: { Lock: { on: string } };
  facts: LockFacts;
  own: string | null;
}
interface CountSlice {
  name: 'count';
  commands: object;
  facts: object;
  own: number;
  hears: BoxFacts & LockFacts;
}

const box: Slice<BoxSlice> = {
  name: 'box',
  initial: 0,
  decide: {
    PutThings({ count }, { stream: { lock: locked }, own }) {
      if (locked) throw Rejection.conflict('locked', `Locked since ${locked}, with ${own} in it.`);
      return [factsOf<BoxFacts>()('ThingsPut', { count })];
    },
  },
  evolve: { ThingsPut: (own, { count }) => own + count },
};
const lock: Slice<LockSlice> = {
  name: 'lock',
  initial: null,
  decide: { Lock: ({ on }) => [factsOf<LockFacts>()('Locked', { on })] },
  evolve: { Locked: (_own, { on }) => on },
  holds: (own, on) => (own !== null && own <= on ? [{ kind: 'locked', id: '1', since: own }] : []),
};
const count: Slice<CountSlice> = {
  name: 'count',
  initial: 0,
  decide: {},
  evolve: { ThingsPut: (own) => own + 1, Locked: (own) => own + 1 },
};

const PUT = { type: 'ThingsPut', data: { count: 3 } };
const LOCKED = { type: 'Locked', data: { on: '2026-03-02' } };
const folded = <State>(of: { evolve: object; initial: State }, ...facts: { type: string; data: object }[]) =>
  facts.reduce((state, fact) => evolve(of.evolve, state, fact), of.initial);

describe('a stream made of slices', () => {
  const boxes = stream('box', [box, lock, count]);

  it('folds each fact into the state of every slice that hears it', () => {
    expect(folded(boxes, PUT, PUT, LOCKED)).toMatchObject({ box: 6, lock: '2026-03-02', count: 3 });
    expect(boxes.initial).toMatchObject({ box: 0, lock: null, count: 0 });
  });

  it('decides a command in its slice, which sees the states that it names', () => {
    const decide = (state: typeof boxes.initial) =>
      boxes.decide.PutThings({ count: 1 }, state, undefined as never);
    expect(decide(folded(boxes, PUT))).toEqual([{ type: 'ThingsPut', data: { count: 1 } }]);
    expect(() => decide(folded(boxes, PUT, LOCKED))).toThrow('Locked since 2026-03-02, with 3 in it.');
  });

  it('says what holds on a day, whichever slice says so', () => {
    const state = folded(boxes, LOCKED);
    expect(holdsOf(state, '2026-03-01')).toEqual([]);
    expect(holdsOf(state, '2026-03-02')).toEqual([{ kind: 'locked', id: '1', since: '2026-03-02' }]);
  });

  it('takes more slices from elsewhere: who knew it before sees what it saw', () => {
    const plain = stream('box', [lock, count]);
    const more = extended(plain, [box]);
    expect(folded(more, PUT)).toMatchObject({ box: 3, count: 1 });
    expect(folded(plain, PUT)).toMatchObject({ count: 1 });
    expect(plain.initial).not.toHaveProperty('box');
  });

  it('has one slice of a name, and one that decides a command', () => {
    expect(() => extended(boxes, [lock])).toThrow('box: two slices of one name');
    expect(() => extended(boxes, [{ ...lock, name: 'other' }])).toThrow('box: two slices decide Lock');
  });

  it('does not compile where a slice that is seen, a fact or a command is missing', () => {
    // @ts-expect-error box sees the state of lock
    expect(stream('box', [box]).category).toBe('box');
    // @ts-expect-error nothing is done with ThingsPut
    const deaf: Slice<BoxSlice> = { ...box, evolve: {} };
    // @ts-expect-error nothing decides PutThings
    const mute: Slice<BoxSlice> = { ...box, decide: {} };
    expect([deaf, mute]).toHaveLength(2);
  });
});
