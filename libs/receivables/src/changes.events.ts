import type { Personal } from './personal.js';

/** Null: there is nothing. */
export interface Change {
  from: unknown;
  to: unknown;
}

/** What a fact says of changed fields. */
export type Changed = {
  /** By field; of the sealed ones only their names stand here. */
  changes: Readonly<Record<string, Change>>;
  /** The fields that tell of people: what they were and are is in the envelope, under `<field>Before` and `<field>`. */
  sealed: readonly string[];
  personal?: Personal<Record<string, string>>;
};
