import type { CommandMessage, EventStore, Execute, Outcome } from '@quittance/event-store';
import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import type { Balance } from '../../faults/support/books/balance.js';
import { type Books, type Cast, LAST_DAY } from './books.js';
import type { Tables } from './tables.js';

// What a feature brings to the random histories, in its `<feature>.actions.ts`: what to draw, the command that it becomes on the
// books in hand, what an accountant makes of it, and how it is asked for.

/** A command as it is sent: to the bus in memory, or with POST to the path. */
export interface Request {
  type: new () => CommandMessage;
  path: string;
  body: object;
  /** What the path says. */
  named?: object;
  /** Who sends it, where it is not the one who asks for everything: a manager. */
  by?: string;
  /** As the API sends it in memory, where that takes more than one command. */
  through?: (execute: Execute, command: never) => Promise<Outcome>;
}

/** Texts of a fact. */
export type Said = Readonly<Record<string, string>>;

export interface Action<Intent extends object, Command extends object> {
  /** In the infinitive: its name. */
  do: string;
  /** How often, beside the others. */
  weight: number;
  /** Small numbers, so that any part of a history is a history. Days count from the first day; amounts are in the smallest unit. */
  draw: fc.Arbitrary<Intent>;
  /** As somebody would tell it to an accountant. */
  words: (intent: Intent) => string;
  /** Undefined: what it means is not there yet. */
  command: (intent: Intent, books: Books, cast: Cast) => Command | undefined;
  /** `ok`, `nothing` to do, or the code it is refused with. */
  verdict: (command: Command, books: Books) => string;
  /** The command is done, and that is its fact. */
  take: (command: Command, books: Books, said: Said) => void;
  request: (command: Command) => Request;
  /** It bounds what everybody does from then on: never at once with another, and only where the entity is the history's own. */
  boundsAll?: true;
}

/** An action whatever it draws. */
export type AnyAction = Action<never, never>;
export const action = <Intent extends object, Command extends object>(
  one: Action<Intent, Command>,
): AnyAction => one as unknown as AnyAction;

/** What an api answers, and what the books say of it. */
export interface Asked {
  path: string;
  is: (body: Record<string, string>) => unknown[];
  must: unknown[];
}

export interface FeatureActions {
  actions: readonly AnyAction[];
  /** What its tables come to by the facts, for whoever judges an installation after a fault. */
  balances?: readonly Balance[];
  /** The code with which it has requests of any feature refused, before these look at them; undefined: it does not. */
  forbids?: (request: Request, books: Books) => string | undefined;
  /** Of a request that nothing else refuses: the code with which it is refused in the end, and what is kept of it when it is done. */
  bounds?: {
    forbids: (request: Request, books: Books) => string | undefined;
    done: (request: Request, said: Said, books: Books) => void;
  };
  /** Codes that what follows from a command was refused with, though its own fact is there: its answer may be one of them. */
  refusedLater?: (said: object, books: Books) => readonly string[];
  /**
   * Refusals that rest on the stream of another: of two commands at once, each may be decided before the other is there. No
   * money rests on them, and somebody can undo what came of it.
   */
  overtaken?: readonly string[];
  /** Facts that are no command's own: answers that documents give each other. @throws Error when one is illegal */
  hears?: Readonly<Record<string, (said: Said, books: Books) => void>>;
  /** What has no answer yet, in words. */
  waiting?: (books: Books) => string[];
  /** As the reactor does it: asks again for what is left without an answer. */
  finish?: (books: Books, by: { store: EventStore; execute: Execute }) => Promise<void>;
  /** A customer's money may be below zero: something was returned that was used before. */
  overdrawn?: (books: Books) => boolean;
  /** The rows say what the books say, and are legal by themselves. @throws Error */
  agrees: (books: Books, tables: Tables) => void;
  asks?: (books: Books) => Asked[];
}

export const day = fc.nat(LAST_DAY);
// Round amounts too, so that some payments fit exactly.
export const cents = fc.oneof(fc.constantFrom(1, 1_000, 5_000, 10_000), fc.integer({ min: 1, max: 99_999 }));
/** One of those there are. */
export const which = fc.nat(5);
export const seldom = <Value>(one: number, value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: one - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
/** Of some money, for invoices; where one is in instalments, some name one of them, or one that it does not have. */
export const shares = fc.array(
  fc.record({ invoice: which, share: fc.nat(100), instalment: seldom(3, fc.integer({ min: 1, max: 3 })) }),
  { maxLength: 4, size: 'max' },
);
export type Shares = readonly { invoice: number; share: number; instalment: number | null }[];

export const nth = (i: number): string => `${i + 1}.`;
export const inCents = (amount: number): string => `${amount} cents`;
export const NAMES = { customers: ['Alfa', 'Beta'], people: ['Anna', 'Bruno', 'Carla'] };
export const sharesSaid = (of: Shares): string =>
  of
    .map(
      ({ invoice, share, instalment }) =>
        `${share} % for the ${nth(invoice)} invoice` +
        (instalment === null ? '' : `, instalment ${instalment}`),
    )
    .join(', ') || 'for no invoice';

export function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
export const plain = (amount: Decimal.Value): string => new Decimal(amount).toFixed();
