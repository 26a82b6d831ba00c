export * from './customer/customer.commands.js';
export * from './dunning/dunning.commands.js';
export * from './erasure/erasure.commands.js';
export * from './invoice/invoice.commands.js';
export * from './payment/payment.commands.js';
export * from './person/person.commands.js';
export * from './streams.js';
export * from './parts.js';
export * from './receivables.module.js';
export * from './route.roles.js';
export * from './read-side.js';
export { ROUTES, aboutFact } from './commands.js';
export { settlePayment } from './payment/settle-payment.js';
export { WriteSideModule } from './write-side.module.js';
export { STEPS, type StepKey } from './dunning/dunning.decider.js';
export * from './parts.module.js';
export { DunningRun, type DunningRunResult } from './dunning/dunning-run.policy.js';
export { FinishPayments } from './payment/finish-payments.policy.js';
export { lastLogHead, recordLogHead } from './audit/log-head.policy.js';
export {
  exportAudit,
  type ExportAuditOptions,
  type ExportedAudit,
  LogHeadError,
} from './audit-export/export-audit.js';
export { MalformedFactError } from './audit-export/whole-fact.js';
export { UnreadableLogError } from './audit-export/readable-log.js';
export { FileTakenError } from './audit-export/audit-file.js';
export { SigningKey } from './audit-export/signing-key.js';
export type { Selection } from './audit-export/selection.js';
export { AgingQueries } from './reporting/aging.queries.js';
export type { AgingQuestion } from './reporting/aging.question.js';
export { KnownAxis } from './reporting/known.js';
export type { ParkedStream, ReleaseResult } from './parked/parked.queries.js';
