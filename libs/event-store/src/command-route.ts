import type { Decider, Folding, Policy, Rejection } from '@quittance/kernel';
import type { CommandMessage, Outcome } from './command.js';
import type { FactReader } from './event-store.js';

/** What the tables of reports said for a decision that looks over many streams. */
export interface Judged<Row extends object = object> {
  rows: readonly Row[];
  /** The position at which they stood, decimal: the fact that rests on it states it. */
  judgedAt: string;
  /** They may lack facts that are older than five seconds: what is judged by them counts as over its limit. */
  behind: boolean;
}

/** Asks the tables with a select, and says how they stood. Amounts are to be selected as texts. */
export type Judge = <Row extends object>(select: string, values?: readonly unknown[]) => Promise<Judged<Row>>;

/** Where there are no tables to ask. */
export const NOT_JUDGED: Judged<never> = { rows: [], judgedAt: '0', behind: true };

/** Reads other streams for a decision. `undefined`: the stream does not exist. */
export interface ReadStreams {
  /** The stream as it stands now: what everybody asks for, unless what it asks never changes. */
  latest<State>(folding: Folding<State>, stream: string): Promise<State | undefined>;
  /**
   * For what never changes once the stream has begun (that it exists, an invoice's currency): what is kept in
   * memory will do, so that the store is not asked again.
   */
  cached<State>(folding: Folding<State>, stream: string): Promise<State | undefined>;
  /** For limits over many streams. */
  judge: Judge;
  /** What the decision will know of the entity's limits: where none is set, what it would be judged by need not be read. */
  policy: Policy;
}

/** Where the limits of the entity are: in the stream `<category>-<entity>`. */
export interface PolicySource<State = unknown> {
  folding: Folding<State>;
  limits(state: State): Policy['limits'];
  duties?(state: State): Policy['duties'];
}

/** Sends a command through the same door, and answers its outcome. */
export type Execute = (command: CommandMessage) => Promise<Outcome>;

/** How one command goes: which stream it writes to, what it must know beside it, what it answers. */
export interface CommandRoute<Command extends CommandMessage, References = unknown> {
  command: new () => Command;
  stream(command: Command, entity: string): string;
  /** Where a former release wrote it, when its stream's name hung on the key alone. */
  formerStream?(command: Command, entity: string): string;
  /**
   * Its fields that hold an id or number, with the stream that such a text names. What stands in the log as it is written
   * (an earlier release stored it so) goes on under that; else the folded text is what the command says.
   */
  ids?: { [Field in keyof Command & string]?: (entity: string, id: string, command: Command) => string };
  /** The command begins a stream that is named by this field; none whose name looks like it may stand beside it. */
  unmistakable?: { field: keyof Command & string; kind: string; accepted?: (command: Command) => boolean };
  /** The id that the answer carries; the id within the stream's name when left out. */
  id?(command: Command): string;
  /** The command usually begins its stream: it is tried without reading first. */
  begins?: boolean | ((command: Command) => boolean);
  /**
   * Sent by Quittance itself with a key that says what it does: no guard row. The store's acknowledgement can be trusted with
   * `sameBytes`: whoever sends it at the same revision makes the same bytes; and with `ownKey`: nobody ever sends another command
   * under the key, so that facts of another are a conflict.
   */
  internal?: boolean | 'sameBytes' | 'ownKey';
  /** Its decision asks for the entity's limits: they are read once, as they stand when the command comes. */
  policy?: boolean | ((command: Command) => boolean);
  references?(command: Command, read: ReadStreams, entity: string): Promise<References>;
  /**
   * What is asked instead of what was refused: the same once more, when what it waited for was done, or another. Undefined: the
   * refusal stands.
   */
  instead?(command: Command, refusal: Rejection, execute: Execute): Promise<CommandMessage | undefined>;
  /** What the route answers beside id, revision and position: done again for a replay. */
  answer?(outcome: Outcome, execute: Execute, store: FactReader, command: Command): Promise<unknown>;
}

/** A route of any command with its decider: what the handler looks up by the command's class. */
export interface AnyRoute extends Omit<CommandRoute<CommandMessage>, 'command' | 'ids' | 'unmistakable'> {
  command: new () => CommandMessage;
  ids?: Record<string, (entity: string, id: string, command: CommandMessage) => string>;
  unmistakable?: { field: string; kind: string; accepted?: (command: CommandMessage) => boolean };
  decider: Folding<unknown> & { decide: object };
}

/** The routes of all commands of a decider: a command without one does not compile. */
export function routesOf<Commands, State, Facts, References>(
  decider: Decider<Commands, State, Facts, References>,
  routes: {
    [Name in keyof Commands]: CommandRoute<
      Commands[Name] & CommandMessage,
      Name extends keyof References ? References[Name] : unknown
    >;
  },
): AnyRoute[] {
  return Object.values<Omit<AnyRoute, 'decider'>>(routes as never).map((route) => ({ ...route, decider }));
}
