import { stream } from '@quittance/kernel';
import { duties } from './duties.decider.js';
import { limits } from './limits.decider.js';

/** What the entity sets for all: `settings-<entity>`. */
export const settings = stream('settings', [limits, duties]);
