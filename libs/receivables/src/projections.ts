import type { AnyProjection } from '@quittance/read-model';
import { auditProjection } from './audit/audit.projection.js';
import { customerProjection } from './customer/customer.projection.js';
import { chaseProjection } from './dunning/chase.projection.js';
import { invoiceProjection } from './invoice/invoice.projection.js';
import { paymentProjection } from './payment/payment.projection.js';
import { personProjection } from './person/person.projection.js';
import { controlProjection } from './reporting/control.projection.js';
import { receivableProjection } from './reporting/receivable.projection.js';

/** All projections of the receivables: what `migrate` makes tables for and the projector feeds. */
export const PROJECTIONS: readonly AnyProjection[] = [
  customerProjection,
  personProjection,
  invoiceProjection,
  paymentProjection,
  receivableProjection,
  controlProjection,
  auditProjection,
  chaseProjection,
];
