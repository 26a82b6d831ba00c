import type { RouteRoles } from '@quittance/http';

const EVERYONE = ['clerk', 'manager', 'analyst', 'auditor', 'admin'] as const;

/** Who may use which route. What is not in this table, nobody may. */
export const ROUTE_ROLES: RouteRoles = {
  'POST /v1/people': ['manager', 'admin'],
  'POST /v1/customers': ['clerk', 'manager'],
  'POST /v1/invoices': ['clerk', 'manager'],
  'POST /v1/invoices/:id/extensions': ['clerk', 'manager'],
  'POST /v1/invoices/:id/owner': ['clerk', 'manager'],
  'POST /v1/payments': ['clerk', 'manager'],
  'POST /v1/dunning/runs': ['clerk', 'manager'],
  'POST /v1/erasures': ['admin'],
  'GET /v1/erasures/:id': ['admin', 'auditor'],
  'POST /v1/parked/releases': ['manager', 'admin'],
  'GET /v1/people': EVERYONE,
  'GET /v1/people/:id': EVERYONE,
  'GET /v1/customers': EVERYONE,
  'GET /v1/customers/:id': EVERYONE,
  'GET /v1/invoices': EVERYONE,
  'GET /v1/invoices/:id': EVERYONE,
  'GET /v1/invoices/:id/history': EVERYONE,
  'GET /v1/payments': EVERYONE,
  'GET /v1/payments/:id': EVERYONE,
  'GET /v1/reports/aging': EVERYONE,
  'GET /v1/status': EVERYONE,
  'GET /v1/parked': EVERYONE,
  'GET /v1/audit': ['auditor', 'manager', 'admin', 'analyst'],
  'GET /v1/audit/heads': ['auditor', 'admin'],
  'GET /v1/audit/verification': ['auditor', 'admin'],
};
