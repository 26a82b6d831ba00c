import { addProblemCodes } from '@quittance/http';
import { FEATURES } from './features.js';
import { servedBy } from './manifest/served.js';
import { publish } from './manifest/published.js';

const served = servedBy(FEATURES);
addProblemCodes(served.codes);
publish(served.published);

/** Every command of the receivables. */
export const ROUTES = served.routes;
/** Who may use which route. What is not in this table, nobody may. */
export const ROUTE_ROLES = served.roles;
/** What a batch takes. */
export const BATCH_ROUTES = served.batch;
export const CONTROLLERS = [...served.writes, ...served.reads];
export const READ_CONTROLLERS = served.reads;
export const PROVIDERS = served.providers;
