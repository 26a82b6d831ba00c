/** One wrong field of a request: a JSON pointer, the rule it breaks, the value as given and what to do. */
export interface FieldError {
  field: string;
  rule: string;
  value?: unknown;
  hint?: string;
}

/**
 * What a rejection means to the caller (docs/api.md):
 * `conflict` 409 a rule against it, `invalid` 422 a field is wrong, `not-found` 404, `forbidden` 403,
 * `stale` 412 the caller's If-Match is not the current revision.
 */
export type RejectionKind = 'conflict' | 'invalid' | 'not-found' | 'forbidden' | 'stale';

/** What can be done instead: an action in kebab case, with what it takes. */
export interface Possible {
  readonly action: string;
  readonly [of: string]: string;
}

/** A refused command: no fact was written. `code` is stable and in kebab case; `detail` is for people. */
export class Rejection extends Error {
  /** Numbers, dates and names of its sentence, so that it can be said in other words. */
  params: Readonly<Record<string, string>> = {};
  /** Nearest first; what the code alone offers when left empty. */
  possible: readonly Possible[] = [];

  constructor(
    readonly kind: RejectionKind,
    readonly code: string,
    readonly detail: string,
    readonly errors: FieldError[] = [],
  ) {
    super(`${code}: ${detail}`);
    this.name = 'Rejection';
  }

  /** With what its sentence is made of, and what can be done instead. */
  offering(params: Readonly<Record<string, string>>, ...possible: readonly Possible[]): this {
    this.params = params;
    this.possible = possible;
    return this;
  }

  /** A rule of the trade speaks against it (409). */
  static conflict(code: string, detail: string, ...errors: FieldError[]): Rejection {
    return new Rejection('conflict', code, detail, errors);
  }

  /** A field is wrong (422). */
  static invalid(code: string, detail: string, ...errors: FieldError[]): Rejection {
    return new Rejection('invalid', code, detail, errors);
  }

  static notFound(code: string, detail: string): Rejection {
    return new Rejection('not-found', code, detail);
  }
}
