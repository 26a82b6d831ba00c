import { stream } from '@quittance/kernel';
import { template } from './template.decider.js';

export type { Template } from './template.decider.js';

/** `template-<uuid>`. Other features may bring more slices. */
export const templates = stream('template', [template]);
