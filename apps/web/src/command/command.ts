import type { BodyOf, CommandPath } from '../api/command';
import type en from '../words/en';
import type { Lookup } from './lookup';

type Words = (typeof en)['command'];
export type FieldWord = keyof Words['field'];
export type HintWord = keyof Words['hint'];
export type ChoiceWord = keyof Words['choice'];
export type CannotWord = keyof Words['cannot'];
export type CommandName = keyof Words['name'];

/** A part of a plan, or of an invoice: a day and an amount. Either is undefined while it cannot be read. */
export interface Part {
  dueOn?: string;
  amount?: string;
}
/** What a field holds: a text as the API takes it, undefined while what is typed cannot be read. */
export type Value = string | undefined | Part[];
export type Values = Record<string, Value>;

interface Common<Name extends string> {
  /** As the API calls it: its errors find the field by that. */
  name: Name;
  /** The word of its label, where that is not the word of its name. */
  label?: FieldWord;
  hint?: HintWord;
  required?: boolean;
  initial?: string;
}

/** One field of a command, as data. */
export type CommandField<Name extends string = string> =
  | (Common<Name> & { kind: 'text'; reasons?: boolean; long?: boolean })
  | (Common<Name> & { kind: 'date' })
  | (Common<Name> & { kind: 'choice'; choices: readonly ChoiceWord[] })
  | (Common<Name> & { kind: 'currency' })
  | (Common<Name> & { kind: 'amount'; currency: string | ((values: Values) => string) })
  | (Common<Name> & { kind: 'lookup'; of: Lookup })
  | (Common<Name> & { kind: 'parts'; currency: string; sum: string });

/** Who gives the command, and the business day. */
export interface Giver {
  personId: string;
  roles: readonly string[];
  today: string;
}

/** A command that can be given about a thing: its route, its fields, and when it cannot be given. */
export interface Command<T> {
  name: CommandName;
  path: CommandPath;
  /** The single key that opens it. */
  shortcut?: string;
  /** What stands for the braces of the path. */
  names: (subject: T) => Record<string, string>;
  fields: (subject: T, giver: Giver) => CommandField[];
  /** Of things that are decided by routes of their own: that of one; `path` is like it. */
  pathOf?: (subject: T) => CommandPath | undefined;
  /** Its body, where that is not simply the fields; undefined: there is nothing to send. */
  body?: (values: Record<string, unknown>, subject: T) => object | undefined;
  /** Why it cannot be given here and now; undefined when it can. */
  cannot?: (subject: T, giver: Giver) => CannotWord | undefined;
  /** Begins a history of its own: what is shown cannot have been changed by somebody else. */
  begins?: boolean;
}

interface Typed<T, P extends CommandPath> extends Omit<Command<T>, 'path' | 'fields' | 'body'> {
  path: P;
  /** Only what the API takes: another name does not compile. */
  fields: (subject: T, giver: Giver) => CommandField<keyof BodyOf<P> & FieldWord>[];
  body?: (values: Record<string, string>, subject: T) => BodyOf<P> | undefined;
}

/** A command about a `T`, its fields held to what its route takes. */
export const commandAbout =
  <T>() =>
  <P extends CommandPath>(data: Typed<T, P>): Command<T> =>
    data as unknown as Command<T>;

/** What goes to the API: fields that are filled. @returns undefined while something is missing or cannot be read */
export function bodyOf<T>(
  command: Command<T>,
  fields: readonly CommandField[],
  values: Values,
  subject: T,
): object | undefined {
  const filled: Record<string, unknown> = {};
  for (const { name, required } of fields) {
    const value = values[name];
    if (value === undefined) return undefined;
    if (Array.isArray(value)) {
      if (value.some(({ dueOn, amount }) => !dueOn || !amount)) return undefined;
      filled[name] = value;
    } else if (value.trim() !== '') filled[name] = value.trim();
    else if (required) return undefined;
  }
  return command.body ? command.body(filled, subject) : filled;
}

/** What each field holds at first. */
export const initialOf = (fields: readonly CommandField[]): Values =>
  Object.fromEntries(
    fields.map((field) => [
      field.name,
      field.kind === 'parts' ? [{ amount: field.sum }] : (field.initial ?? ''),
    ]),
  );

/** The currency that is chosen in the same dialog, for its amounts. */
export const chosenCurrency = ({ currency }: Values): string =>
  typeof currency === 'string' ? currency : '';
