import { Rejection } from '@quittance/kernel';

/**
 * An invoice is asked to give back more than it took of a document, as far as is known here: on a state that was overtaken it is looked at
 * again. The document, which asks, knows how much that is: no caller hears of it.
 */
export const moreThanTaken = (number: string): Rejection =>
  Rejection.conflict('more-than-applied', `Less of it settles invoice ${number}.`);
