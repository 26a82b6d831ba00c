import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { AnyAction, FeatureActions, Request, Said } from './action.js';
import { type Books, type Cast } from './books.js';

// What the features bring, found by the names of their files: no list names them.

const FEATURES = join(__dirname, '../../../libs/receivables/src');

const BROUGHT = readdirSync(FEATURES, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.actions.ts'))
  .sort()
  .flatMap(
    (path) =>
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      Object.values(require(join(FEATURES, path)) as Record<string, unknown>) as FeatureActions[],
  )
  .filter((one) => typeof one === 'object' && 'actions' in one);

const BOUNDS = BROUGHT.flatMap(({ bounds }) => bounds ?? []);

/** Of the features that bring some. */
export const BALANCES = BROUGHT.flatMap(({ balances = [] }) => balances);

const ACTIONS = BROUGHT.flatMap(({ actions }) => actions);
const BY_NAME = new Map(ACTIONS.map((one) => [one.do, one]));
/** Of all actions. */
export const NAMES = [...BY_NAME.keys()];
if (BY_NAME.size < ACTIONS.length) throw new Error('two actions of one name');

/** What somebody wants done: the name of an action, and what was drawn for it. */
export interface Intent {
  do: string;
  drawn: object;
}

/** A command as somebody would say it. The same for the books, in memory and over HTTP. */
export interface Command {
  do: string;
  said: object;
}

const named = ({ do: name }: { do: string }): AnyAction => BY_NAME.get(name)!;

export const intents: fc.Arbitrary<Intent> = fc.oneof(
  ...ACTIONS.map(({ do: name, weight, draw }) => ({
    weight,
    arbitrary: fc.record({ do: fc.constant(name), drawn: draw }),
  })),
);

export const commandOf = (intent: Intent, books: Books, cast: Cast): Command | undefined => {
  if (named(intent).boundsAll && !cast.alone) return undefined;
  const said = named(intent).command(intent.drawn as never, books, cast) as object | undefined;
  return said && { do: intent.do, said };
};
export const inWordsOf = (intent: Intent): string => named(intent).words(intent.drawn as never);
export function verdictOn(command: Command, books: Books): string {
  const request = requestOf(command);
  for (const { forbids } of BROUGHT) {
    const code = forbids?.(request, books);
    if (code !== undefined) return code;
  }
  const verdict = named(command).verdict(command.said as never, books);
  return verdict === 'ok' ? unlessBound(command, books) : verdict;
}
/** `ok`, but for what bounds it in the end. */
export const unlessBound = (command: Command, books: Books): string =>
  BOUNDS.map(({ forbids }) => forbids(requestOf(command), books)).find((code) => code !== undefined) ?? 'ok';
export function take(command: Command, books: Books, said: Said): void {
  for (const { done } of BOUNDS) done(requestOf(command), said, books);
  named(command).take(command.said as never, books, said);
}
export const boundsAll = (command: Command): boolean => named(command).boundsAll === true;
export const refusedLater = ({ said }: Command, books: Books): string[] =>
  BROUGHT.flatMap((one) => one.refusedLater?.(said, books) ?? []);
export const requestOf = (command: Command): Request => named(command).request(command.said as never);

/** Refusals that two commands at once may overtake. */
export const OVERTAKEN: ReadonlySet<string> = new Set(BROUGHT.flatMap(({ overtaken = [] }) => overtaken));

/** What facts that are no command's own change. */
export const HEARS: NonNullable<FeatureActions['hears']> = Object.assign(
  {},
  ...BROUGHT.map(({ hears }) => hears),
) as NonNullable<FeatureActions['hears']>;

/** Whether money that is held for customers may be below zero. */
export const isOverdrawn = (books: Books): boolean =>
  BROUGHT.some(({ overdrawn }) => overdrawn?.(books) ?? false);

export const waitingIn = (books: Books): string[] => BROUGHT.flatMap(({ waiting }) => waiting?.(books) ?? []);
export const asksOf = (books: Books) => BROUGHT.flatMap(({ asks }) => asks?.(books) ?? []);
export async function finishAll(books: Books, by: Parameters<NonNullable<FeatureActions['finish']>>[1]) {
  for (const { finish } of BROUGHT) await finish?.(books, by);
}
export const agreesWith: FeatureActions['agrees'] = (books, tables) => {
  for (const { agrees } of BROUGHT) agrees(books, tables);
};
