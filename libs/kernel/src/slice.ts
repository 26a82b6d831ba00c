import type { BusinessDate } from './business-date.js';
import { type Decider, type DecisionContext, type Evolve, type FactOf } from './decider.js';

/** Something that stands in the way of an invoice's usual course. Who asks knows its kind, never what made it. */
export interface Hold {
  /** In kebab case: `disputed`, `on-plan`, ... */
  kind: string;
  /** Of what made it: a dispute, a plan. */
  id: string;
  /** The business day it counts from. */
  since: BusinessDate;
  /** The last day on which it holds; left out: until it is ended. */
  until?: BusinessDate;
  /** What it holds up, with the currency's decimals; left out: all that is open. */
  amount?: string;
}

/** What a slice is made of, as types: names of commands, facts and its own state. */
export interface SliceShape {
  name: string;
  commands: object;
  facts: object;
  own: unknown;
  /** States of other slices that its decisions look at, by the names of those slices. */
  sees?: object;
  /** Facts of other slices that change its own state. */
  hears?: object;
  /** What its commands must know of other streams, by command. */
  references?: object;
}

type Part<Shape, Name extends keyof SliceShape> =
  Shape extends Record<Name, infer Given> ? (unknown extends Given ? object : Given) : object;

/**
 * One concern of a stream: its commands, its facts and the state that it needs of them. Tables are typed over commands
 * and facts, so that a missing entry does not compile.
 */
export interface Slice<Shape extends SliceShape> {
  name: Shape['name'];
  initial: Shape['own'];
  /** Pure; throws Rejection; `[]` means nothing to do. */
  decide: {
    [Name in keyof Shape['commands']]: (
      command: Shape['commands'][Name],
      state: { stream: Part<Shape, 'sees'>; own: Shape['own'] },
      context: DecisionContext<
        Name extends keyof Part<Shape, 'references'> ? Part<Shape, 'references'>[Name] : unknown
      >,
    ) => FactOf<Shape['facts']>[];
  };
  /** Pure and total: a fact is never refused. */
  evolve: Evolve<Shape['own'], Shape['facts'] & Part<Shape, 'hears'>>;
  /** What holds on a business day, as known now. */
  holds?(own: Shape['own'], on: BusinessDate, stream: Part<Shape, 'sees'>): readonly Hold[];
}

/** A slice whatever its shape is. */
export interface AnySlice {
  name: string;
  initial: unknown;
  decide: object;
  evolve: object;
  holds?(own: never, on: BusinessDate, stream: never): readonly Hold[];
}

type ShapeOf<S> = S extends Slice<infer Shape> ? Shape : never;
type Merged<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
type CommandsOf<Shape extends SliceShape> = Merged<Shape extends unknown ? Shape['commands'] : never>;
type FactsOf<Shape extends SliceShape> = Merged<Shape extends unknown ? Shape['facts'] : never>;
type ReferencesOf<Shape> = Merged<Shape extends unknown ? Part<Shape, 'references'> : never>;
type SeenBy<Shape> = Merged<Shape extends unknown ? Part<Shape, 'sees'> : never>;
/** The states of all slices, by their names. */
export type StateOf<Shape extends SliceShape> = {
  readonly [Name in Shape['name']]: Extract<Shape, { name: Name }>['own'];
};

/** A kind of stream made of slices: the decider that the command handler works with. */
export interface Stream<Shape extends SliceShape> extends Decider<
  CommandsOf<Shape>,
  StateOf<Shape>,
  FactsOf<Shape>,
  ReferencesOf<Shape>
> {
  slices: readonly AnySlice[];
}

type SliceMissing = 'a slice sees the state of another that is not in this stream';

/** Which slices a state is made of: how `holdsOf` finds those that have something to say. */
const SLICES = Symbol('slices');
type AnyState = Record<string, unknown> & { [SLICES]: readonly AnySlice[] };
type Deciding = (command: unknown, state: { stream: unknown; own: unknown }, context: unknown) => never[];
type Evolving = (own: unknown, data: unknown) => unknown;

/** `stream('invoice', [issue, extension, owner, settlement])`: one decider out of slices. */
export function stream<const Slices extends readonly AnySlice[]>(
  category: string,
  slices: Slices &
    (StateOf<ShapeOf<Slices[number]>> extends SeenBy<ShapeOf<Slices[number]>> ? unknown : SliceMissing),
  options: { opened?: boolean } = {},
): Stream<ShapeOf<Slices[number]>> {
  return assembled(category, slices, options) as never;
}

/** The stream with slices that other features bring: whoever knows the stream alone sees no more than before. */
export function extended<S extends { category: string; slices: readonly AnySlice[]; opened?: boolean }>(
  { category, slices, opened }: S,
  more: readonly AnySlice[],
): S {
  return assembled(category, [...slices, ...more], { opened }) as never;
}

/** What holds on a business day, whichever slices say so; as known now. */
export function holdsOf(state: object, on: BusinessDate): Hold[] {
  const all = state as AnyState;
  return all[SLICES].flatMap((slice) => slice.holds?.(all[slice.name] as never, on, state as never) ?? []);
}

function assembled(category: string, slices: readonly AnySlice[], options: { opened?: boolean }): object {
  const initial = Object.fromEntries(slices.map(({ name, initial: own }) => [name, own])) as AnyState;
  if (Object.keys(initial).length < slices.length) throw new Error(`${category}: two slices of one name`);
  initial[SLICES] = slices;
  const decide: Record<string, unknown> = {};
  const steps: Record<string, [name: string, evolve: Evolving][]> = {};
  for (const slice of slices) {
    for (const [command, decided] of Object.entries(slice.decide) as [string, Deciding][]) {
      if (decide[command]) throw new Error(`${category}: two slices decide ${command}`);
      decide[command] = (given: unknown, state: AnyState, context: unknown) =>
        decided(given, { stream: state, own: state[slice.name] }, context);
    }
    for (const [type, step] of Object.entries(slice.evolve) as [string, Evolving][])
      (steps[type] ??= []).push([slice.name, step]);
  }
  const evolve = Object.fromEntries(
    Object.entries(steps).map(([type, of]) => [
      type,
      (state: AnyState, data: unknown) => {
        const next = { ...state };
        for (const [name, step] of of) next[name] = step(state[name], data);
        return next;
      },
    ]),
  );
  return { category, initial, decide, evolve, slices, ...options };
}
