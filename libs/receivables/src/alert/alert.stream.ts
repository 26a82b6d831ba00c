import { stream } from '@quittance/kernel';
import { person } from '../person/person.stream.js';
import { alert } from './alert.decider.js';
import { digest } from './digest.decider.js';

/** What one person is told on one day: `digest-<uuid>`. */
export const digests = stream('digest', [digest]);

/** People, with how each is told. */
export const toldPeople = stream('person', [person, alert], { opened: true });
