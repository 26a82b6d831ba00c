import type { BusinessDate } from './business-date.js';
import type { Policy } from './policy.js';

/** Fact types and the shape of their data, per feature: `interface InvoiceFacts { InvoiceIssued: {...} }`. */
export type FactMap = { [Type in string]: object };

/** A fact as a decision yields it: past tense, with the data of its type. */
export type FactOf<Facts> = {
  [Type in keyof Facts & string]: { type: Type; data: Facts[Type] };
}[keyof Facts & string];

/** Who acts, with the roles at that time. */
export interface Actor {
  id: string;
  roles: readonly string[];
}

/** What the entity holds to be a day, and how far ahead. */
export interface Calendar {
  /** Whether the entity's zone had, or will have, that day. */
  hasDay: (date: BusinessDate) => boolean;
  /** Years after the day of issue by which an invoice is due at the latest, agreed dates included. */
  dueYearsMost: number;
}

/** What a decision may know beside the command and the state: all of it input, taken once per command. */
export interface DecisionContext<References = unknown> {
  /** The entity's business date at the command. */
  today: BusinessDate;
  /** The entity's days. */
  calendar: Calendar;
  /** The entity's limits, for commands that say they need them; else nothing limits. */
  policy: Policy;
  actor: Actor;
  /** Code of the legal entity, part of every natural key. */
  entity: string;
  /** The stream that the command writes to: `invoice-<id>`. */
  stream: string;
  /** The id within the stream's name. */
  id: string;
  /** The id of a part that the command makes (an allocation, a dispute), of several by index: uuid v5 of (commandId, index). */
  partId: (index?: number) => string;
  /** Folded states of the other streams that the command names, read just before. */
  references: References;
}

/** One entry per command: what it does to the state. Pure; throws Rejection; `[]` means nothing to do. */
export type Decide<Commands, State, Facts, References = unknown> = {
  [Name in keyof Commands]: (
    command: Commands[Name],
    state: State,
    context: DecisionContext<Name extends keyof References ? References[Name] : unknown>,
  ) => FactOf<Facts>[];
};

/** One entry per fact: how it changes the state. Pure and total: a fact is never refused. */
export type Evolve<State, Facts> = {
  [Type in keyof Facts & string]: (state: State, data: Facts[Type]) => State;
};

/** What an upcaster looks at: the metadata say in which version of its shape the data are. */
export interface StoredShape {
  type: string;
  data: unknown;
  metadata?: unknown;
}

/** The part of a decider that makes facts into a state. */
export interface Folding<State> {
  /** The stream's prefix: `invoice` for `invoice-<id>`. */
  category: string;
  initial: State;
  /**
   * Decisions look at personal data: facts are opened before they are folded, and the state is not kept long.
   * Otherwise `evolve` sees the envelope sealed.
   */
  opened?: boolean;
  evolve: object;
  /** Brings the data of a fact that was stored in an older shape to the shape of today. */
  upcast?: (fact: StoredShape) => object;
}

/** The rules of one kind of stream: tables typed over commands and facts, so a missing entry does not compile. */
export interface Decider<Commands, State, Facts, References = unknown> extends Folding<State> {
  decide: Decide<Commands, State, Facts, References>;
  evolve: Evolve<State, Facts>;
}

/** Folds one fact into the state. A type that the decider does not know leaves the state as it is. */
export function evolve<State>(table: object, state: State, fact: { type: string; data: unknown }): State {
  const step = Object.hasOwn(table, fact.type)
    ? (table as Record<string, (state: State, data: unknown) => State>)[fact.type]
    : undefined;
  return step ? step(state, fact.data) : state;
}

/** Makes a fact of a map: `fact<InvoiceFacts>()('InvoiceIssued', {...})` keeps the type and its data together. */
export const factsOf =
  <Facts>() =>
  <Type extends keyof Facts & string>(type: Type, data: Facts[Type]): FactOf<Facts> => ({ type, data });
