import { parse, v5 } from 'uuid';

/** Namespace of every name-based id of Quittance. Never change it: stream names and event ids hang on it. */
const NAMESPACE = parse('5d2f9a0e-6f0b-5f6e-9a3c-2f1c8b7f4d11');

/**
 * The uuid v5 of a natural key. The parts are joined as a JSON list, so that no two different keys meet
 * (`a`,`b-c` and `a-b`,`c` differ) and no part needs escaping. Given as bytes: uuid turns texts into them letter by letter.
 */
export const uuid5 = (...parts: readonly string[]): string =>
  v5(Buffer.from(JSON.stringify(parts)), NAMESPACE);
