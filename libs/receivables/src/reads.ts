import { ReadingInterceptor } from '@quittance/reading';
import { AuditQueries } from './audit/audit.queries.js';
import { AuditQueriesController } from './audit/audit.queries.controller.js';
import { TouchedStreamsQueries } from './audit/touched-streams.queries.js';
import { VerificationController } from './audit/verification.controller.js';
import { VerificationQueries } from './audit/verification.queries.js';
import { CustomerQueries } from './customer/customer.queries.js';
import { CustomerQueriesController } from './customer/customer.queries.controller.js';
import { ReminderQueries } from './dunning/reminder.queries.js';
import { ReminderQueriesController } from './dunning/reminder.queries.controller.js';
import { ErasureQueries } from './erasure/erasure.queries.js';
import { ErasureQueriesController } from './erasure/erasure.queries.controller.js';
import { InvoiceDetailsQueries } from './invoice/invoice.details.js';
import { InvoiceQueries } from './invoice/invoice.queries.js';
import { InvoiceQueriesController } from './invoice/invoice.queries.controller.js';
import { PaymentQueries } from './payment/payment.queries.js';
import { PaymentQueriesController } from './payment/payment.queries.controller.js';
import { PersonQueries } from './person/person.queries.js';
import { PersonQueriesController } from './person/person.queries.controller.js';
import { AgingQueries } from './reporting/aging.queries.js';
import { AgingQueriesController } from './reporting/aging.queries.controller.js';
import { KnownAxis, ProjectorWatch } from '@quittance/reading';
import { Pool } from 'pg';
import { CLOCK } from './parts.js';
import { knownAxis } from './reporting/axis.js';

/** Everything that is read over HTTP. They need Pool, CLOCK, TIME_ZONE, ProjectorWatch and LastWritten. */
export const READ_CONTROLLERS = [
  PersonQueriesController,
  CustomerQueriesController,
  InvoiceQueriesController,
  PaymentQueriesController,
  ReminderQueriesController,
  AuditQueriesController,
  VerificationController,
  ErasureQueriesController,
  AgingQueriesController,
];

export const READ_PROVIDERS = [
  ReadingInterceptor,
  {
    provide: KnownAxis,
    inject: [Pool, ProjectorWatch, CLOCK],
    useFactory: knownAxis,
  },
  AgingQueries,
  PersonQueries,
  CustomerQueries,
  InvoiceQueries,
  InvoiceDetailsQueries,
  PaymentQueries,
  ReminderQueries,
  AuditQueries,
  VerificationQueries,
  TouchedStreamsQueries,
  ErasureQueries,
];
