import { type StateOf, stream } from '@quittance/kernel';
import { person, type PersonSlice } from './person.decider.js';

export { handedOn, type Person, person, unknownPerson } from './person.decider.js';

export type PersonState = StateOf<PersonSlice>;

/** One who follows invoices up: `person-<uuid>`. Decisions compare names: personal data is opened. */
export const people = stream('person', [person], { opened: true });
