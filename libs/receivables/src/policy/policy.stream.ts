export { businessDayFrom } from './business-days.kinds.js';
export { MOST_UNASKED } from './first-run.decider.js';
export { policies, type Policies, type PolicyAskedFor, policyOf, wellFormed } from './policy.decider.js';
export { ESCALATING } from './policy.kinds.js';
export type { ChasePolicy, PolicyInForce, PolicyStep, Tone } from './policy.kinds.js';
export { STANDARD } from './ready-made.kinds.js';
