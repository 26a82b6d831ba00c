import type { RouteRoles } from '@quittance/http';
import type { Role } from '@quittance/kernel';

const EVERYONE: readonly Role[] = ['clerk', 'manager', 'analyst', 'auditor', 'admin'];
/** What an import sends. `importer` alone is enough for a history brought over, and opens nothing else. */
const IMPORTED: readonly Role[] = ['clerk', 'manager', 'importer'];
/** What an import looks up: whether what is there already is the same, and how far it is projected. */
const LOOKED_UP: readonly Role[] = [...EVERYONE, 'importer'];

/** Who may use which route. What is not in this table, nobody may. */
export const ROUTE_ROLES: RouteRoles = {
  'POST /v1/people': ['manager', 'admin'],
  'POST /v1/customers': IMPORTED,
  'POST /v1/invoices': IMPORTED,
  'POST /v1/invoices/:id/extensions': ['clerk', 'manager'],
  'POST /v1/invoices/:id/owner': ['clerk', 'manager'],
  'POST /v1/payments': IMPORTED,
  'POST /v1/batches': IMPORTED,
  'POST /v1/dunning/runs': ['clerk', 'manager'],
  'POST /v1/erasures': ['admin'],
  'GET /v1/erasures/:id': ['admin', 'auditor'],
  'POST /v1/parked/releases': ['manager', 'admin'],
  'GET /v1/people': EVERYONE,
  'GET /v1/people/:id': EVERYONE,
  'GET /v1/customers': LOOKED_UP,
  'GET /v1/customers/:id': EVERYONE,
  'GET /v1/invoices': LOOKED_UP,
  'GET /v1/invoices/:id': EVERYONE,
  'GET /v1/invoices/:id/history': EVERYONE,
  'GET /v1/payments': LOOKED_UP,
  'GET /v1/payments/:id': EVERYONE,
  'GET /v1/reminders': EVERYONE,
  'GET /v1/reports/aging': EVERYONE,
  'GET /v1/status': LOOKED_UP,
  'GET /v1/parked': EVERYONE,
  'GET /v1/audit': ['auditor', 'manager', 'admin', 'analyst'],
  'GET /v1/audit/heads': ['auditor', 'admin'],
  'GET /v1/audit/touched-streams': ['auditor', 'admin'],
  'GET /v1/audit/verification': ['auditor', 'admin'],
};
