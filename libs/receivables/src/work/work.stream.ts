import { stream } from '@quittance/kernel';
import { work } from './work.decider.js';

/** What was said of one thing to do: `work-<uuid>`. */
export const works = stream('work', [work]);
