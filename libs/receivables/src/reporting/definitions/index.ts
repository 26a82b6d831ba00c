import { AGING_1 } from './1.js';
import { AGING_2 } from './2.js';
import type { Definition } from './definition.js';

/** By number. The newest answers where none is named. */
export const DEFINITIONS: readonly Definition[] = [AGING_1, AGING_2];

export const NEWEST = DEFINITIONS.at(-1)!.number;

export const definitionOf = (number = NEWEST): Definition =>
  DEFINITIONS.find((one) => one.number === number)!;
