import type { Provider, Type } from '@nestjs/common';
import type { AnyRoute, CommandMessage, CommandRoute, PolicySource } from '@quittance/event-store';
import type { BatchRoute, ProblemCodes } from '@quittance/http';
import type { AnySlice, Decider, Folding, Role, Slice, SliceShape } from '@quittance/kernel';
import type { Cut, List, ListRoutes } from '@quittance/reading';
import type { AnyProjection, Ignored } from '@quittance/read-model';
import type { AnyControls, ControlsOf } from '../ledger/control.js';
import type { AnyPostings, NoMoney, PostingsOf } from '../ledger/legs.js';
import type { AnyFacts, FactsDeclared } from './fact.js';
import type { Reaction } from './reaction.js';

/** A kind of stream: made of slices, so that other features may add to it, or one decider. */
export type AnyStream = Folding<unknown> & { decide: object; slices?: readonly AnySlice[] };

/** What all features say of all facts. */
export interface Declarations {
  facts: AnyFacts;
  postings: AnyPostings;
  controls: AnyControls;
}

/** A projection with handlers that come from what all features say of their facts, or of the money that these move. */
export interface DerivedProjection extends Omit<AnyProjection, 'on'> {
  /** What its rows hang on: it is rebuilt when that changes. */
  derivedFrom: 'facts' | 'money';
  from: (all: Declarations) => AnyProjection['on'];
}

/** A command's way to its stream, without the decider: the registry knows which slices that is made of. */
export interface CommandWay extends Omit<AnyRoute, 'decider'> {
  category: string;
}

/** Who may use a route; with the command where it may be sent in a batch, too. */
export interface RouteDeclared {
  roles: readonly Role[];
  /** Its command, and what the path's ids say of it. */
  batch?: Omit<BatchRoute, 'key'>;
}

/** A list with its routes: itself where `roles` says who may, its sums and counts by value where `counts` does, two places compared where `compares` does. */
export interface ListServed extends ListRoutes {
  list: List;
  roles?: readonly Role[];
  counts?: readonly Role[];
  compares?: readonly Role[];
}

/** What holds an invoice up at a cut: rows of `invoice_id, id, since, until, amount`, in the invoice's currency. */
export interface HoldsPublished {
  /** In kebab case: `disputed`. */
  kind: string;
  relation: (cut: Cut) => string;
}

/**
 * Exceptions of a kind at a cut, in one report with those of all features: rows of `id, invoice_id, customer_id, since, until, amount,
 * state`; no invoice: of all that the customer owes, no amount: all that is open.
 */
export interface ExceptionsPublished {
  /** In kebab case: `dispute`. */
  kind: string;
  relation: (cut: Cut) => string;
}

/** A figure of a thing that its facts make, line by line. */
export interface FigureOfFacts {
  /** Of the thing's row `r`, in SQL. */
  value: string;
  /** What lines `l` of the ledger add up to, in SQL. */
  sum: string;
  /** The other figures that it is worked out of, with the sign that each has in it. */
  of?: Readonly<Record<string, '+' | '-'>>;
}

/** Figures of a kind of thing, for whoever asks what they are made of. */
export interface SumsPublished {
  /** In kebab case: `payment`. */
  of: 'invoice' | 'payment' | 'credit-note';
  /** Rows of `id, currency` and what figures are of, at a cut. */
  relation: (cut: Cut) => string;
  /** Which lines `l` of the ledger are about the thing. @param id in SQL */
  lines: (id: string) => string;
  figures: Readonly<Record<string, FigureOfFacts>>;
}

/** What is to be done by somebody: rows of `source, invoice_id, customer_id, owner_id, why, params, since, amount, currency` at a cut (`why` and `params` by reporting/why.sql). */
export interface WorkOffered {
  /** In kebab case: `broken-promise`. */
  kind: string;
  /** The lower, the more urgent. */
  urgency: number;
  /** What to do; `{id}` stands for its `source`, up to a dot. */
  next: string;
  /** `owner_id` null: whoever follows the invoice up, or the customer; `source` is one for each thing to do. */
  relation: (cut: Cut) => string;
  /** A named part (`name as (select ...)`) that its relation reads, and those of others: worked out once for all that say the same. */
  beside?: (cut: Cut) => string;
  /**
   * Where `owner_id` is null, whoever else than the invoice's owner: the customer's default owner, or the owner's lead, else their
   * manager, else the owner.
   */
  for?: 'account-manager' | 'lead';
}

/** What a feature brings to an API process: loaded there, and where its commands are sent. */
export interface Api {
  commands?: readonly CommandWay[];
  routes?: Readonly<Record<`${'GET' | 'POST'} /v1/${string}`, RouteDeclared>>;
  lists?: readonly ListServed[];
  /** What it holds up of invoices, for those who read them. */
  holds?: readonly HoldsPublished[];
  /** What was agreed or happened beside the usual course, for the report of all exceptions. */
  exceptions?: readonly ExceptionsPublished[];
  /** Lists of what all features publish. */
  listsOf?: (exceptions: readonly ExceptionsPublished[]) => readonly ListServed[];
  /** What figures of its things are made of. */
  sums?: readonly SumsPublished[];
  /** What it gives people to do. */
  work?: readonly WorkOffered[];
  /** Codes of refusals that are its own: what they say, and what to do. */
  codes?: ProblemCodes;
  /** Controllers of writes and of reads. */
  writes?: readonly Type[];
  reads?: readonly Type[];
  providers?: readonly Provider[];
}

/** What a projection's rows come to, by currency: a rebuild is held against it, and against the documents of the same name. */
export interface RowTotals {
  projection: string;
  table: string;
  /** What the number of rows is called, as the document that each of them is of. */
  count: string;
  /** Names of sums, with the columns that are added up. */
  sums: Readonly<Record<string, string>>;
}

/** A slice on the stream of another feature. */
export interface SliceBrought {
  on: AnyStream;
  slice: AnySlice;
  /**
   * Why its facts change nothing of what others keep of that stream, but for what their legs move. Left out: projections that
   * are about the stream must have a handler for each.
   */
  elsewhere?: Ignored;
}

interface Manifest<Facts, Money extends PostingsOf<Facts>> {
  name: string;
  facts: FactsDeclared<Facts>;
  /** What each of them moves, or `noMoney`: one that is forgotten does not compile. */
  money: Money;
  /** Kinds of streams that are its own. */
  streams?: readonly AnyStream[];
  /** Slices that it brings to streams of other features. */
  slices?: readonly SliceBrought[];
  projections?: readonly (AnyProjection | DerivedProjection)[];
  totals?: readonly RowTotals[];
  /** What it does by the clock: loaded when the reactor asks. */
  reactions?: () => readonly Reaction[];
  /** Where the entity's limits are: of one feature alone. */
  policy?: PolicySource;
  /**
   * What it brings to the API lies in a module of its own, loaded when it is asked for: it needs Nest and the validators, which
   * a process that only projects starts without (docs/decisions/0065).
   */
  api?: () => Api;
}

/**
 * All that a feature brings: a plain object, read by the registry alone (features.ts). One whose facts move money says what
 * each of these adds to the control, too.
 */
export type Feature<Facts = never, Money extends PostingsOf<Facts> = PostingsOf<Facts>> = Manifest<
  Facts,
  Money
> &
  (keyof ControlsOf<Facts, Money> extends never
    ? { control?: undefined }
    : { control: ControlsOf<Facts, Money> });

/** A feature whatever its facts are. */
export interface AnyFeature extends Omit<Manifest<never, never>, 'facts' | 'money'> {
  facts: AnyFacts;
  money?: AnyPostings;
  control?: AnyControls;
}

/** Facts of the features in a list. */
export type FactsOfAll<Features extends readonly unknown[]> = Merged<
  Features[number] extends infer One
    ? One extends { facts: FactsDeclared<infer Facts> }
      ? Facts
      : never
    : never
>;
/** What they move, by type. */
export type MoneyOfAll<Features extends readonly unknown[]> = Merged<
  Features[number] extends infer One ? (One extends { money: infer Money } ? Money : never) : never
>;
/** What they add to the control, by type. */
export type ControlOfAll<Features extends readonly unknown[]> = Merged<
  Features[number] extends infer One ? (One extends { control: infer Control } ? Control : never) : never
>;
type Merged<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/**
 * Only for its types: ties the manifest to the facts that it declares. Where some of them move money, the second argument is
 * the type of their postings.
 */
export const feature = <
  Facts = Record<never, never>,
  Money extends PostingsOf<Facts> = { readonly [Type in keyof Facts]: NoMoney },
>(
  manifest: Feature<Facts, Money>,
): Feature<Facts, Money> => manifest;

type Ways<Commands, References> = {
  [Name in keyof Commands]: CommandRoute<
    Commands[Name] & CommandMessage,
    Name extends keyof References ? References[Name] : unknown
  >;
};

/** The ways of all commands of a stream: a command without one does not compile. */
export const commandsOf = <Commands, State, Facts, References>(
  { category }: Decider<Commands, State, Facts, References>,
  ways: Ways<Commands, References>,
): CommandWay[] => Object.values<object>(ways).map((way) => ({ ...way, category }) as CommandWay);

type ReferencesOf<Shape> = Shape extends { references: infer References } ? References : object;

/** The ways of all commands of a slice that a feature brings to another's stream. */
export const commandsOn = <Shape extends SliceShape>(
  { category }: AnyStream,
  _slice: Slice<Shape>,
  ways: Ways<Shape['commands'], ReferencesOf<Shape>>,
): CommandWay[] => Object.values<object>(ways).map((way) => ({ ...way, category }) as CommandWay);
