import type { Duty } from '@quittance/kernel';
import type { Personal } from '../personal.js';

/** What a fact says to a person: who did what, from what to what. `reason` is kept apart and shown beside it. */
export interface Told {
  sentence: string;
  reason?: string | null;
}

/** A name that a fact takes, or frees: of one kind no two may look alike. */
export interface NameTold {
  kind: 'invoice' | 'customer' | 'credit-note';
  name: string;
  freed?: boolean;
}

type PersonalFields<Data> = Data extends { personal?: Personal<infer Fields> }
  ? keyof Fields & string
  : never;

/** All that Quittance says of a type of fact beside its shape. */
interface Declared<Data> {
  /** Version of the shape that is written now. An older one is brought to it when it is read. */
  schema: number;
  /** By an older version: its data in the shape of the next version. Pure; what is stored stays as it is. */
  upcasters?: { readonly [schema: number]: (data: never) => object };
  /** The business date it counts from. */
  effectiveOn: (data: Data) => string;
  /** In words, for the audit trail. */
  sentence: (data: Data, actor: string) => string | Told;
  /** Names of the streams that hold it, as the dictionary shows them. */
  stream: string;
  /** What it says, for the dictionary. */
  comment: string;
  /** Every field in words, for the dictionary; a field without a line does not compile. */
  fields: { [Field in Exclude<keyof Required<Data>, 'personal'>]: string };
  /** What it changes from what to what: by what changes, the fields that hold both. `changes: {field: {from, to}}` need not be named. */
  moved?: Readonly<Record<string, readonly [from: keyof Data & string, to: keyof Data & string]>>;
  /** The name that it takes or frees. */
  named?: (data: Partial<Data>) => NameTold | undefined;
  /** Which duties whoever records it does by it: what a table of the entity may keep apart on one document. */
  duties?: readonly Duty[] | ((data: Data) => readonly Duty[]);
}

/** `personal` lists the fields of the sealed envelope, where the fact has one. */
export type FactDeclared<Data> = Declared<Data> &
  ('personal' extends keyof Data ? { personal: readonly PersonalFields<Data>[] } : { personal?: undefined });

/** The facts of a feature: one that is not declared does not compile. */
export type FactsDeclared<Facts> = { readonly [Type in keyof Facts]: FactDeclared<Facts[Type]> };

/** A declared fact whatever its data are. */
export interface AnyFact {
  schema: number;
  upcasters?: { readonly [schema: number]: (data: never) => object };
  effectiveOn: (data: never) => string;
  sentence: (data: never, actor: string) => string | Told;
  stream: string;
  comment: string;
  fields: Readonly<Record<string, string>>;
  personal?: readonly string[];
  moved?: Readonly<Record<string, readonly [from: string, to: string]>>;
  named?: (data: never) => NameTold | undefined;
  duties?: readonly Duty[] | ((data: never) => readonly Duty[]);
}

export type AnyFacts = Readonly<Record<string, AnyFact>>;

const SEALED =
  'sealed personal data: {subject, v, iv, tag, sealed}; readable only with the key of the subject';

/** A fact's entry in the dictionary: every field in words. */
export const dictionaryEntry = ({ stream, comment, fields, personal }: AnyFact) => ({
  stream,
  comment,
  fields: { ...fields, ...(personal && { personal: `${personal.join(', ')}; ${SEALED}` }) },
});

/** The fact in words. What no person did, Quittance did. */
export function tellFact(fact: AnyFact, data: object, actor: string): Told {
  const told = fact.sentence(data as never, actor.startsWith('system:') ? 'Quittance' : actor);
  return typeof told === 'string' ? { sentence: told } : told;
}
