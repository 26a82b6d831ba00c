import type { LogHeadFacts } from './audit/log-head.events.js';
import type { CustomerFacts } from './customer/customer.events.js';
import type { DunningFacts } from './dunning/dunning.events.js';
import type { ErasureFacts } from './erasure/erasure.events.js';
import type { InvoiceFacts } from './invoice/invoice.events.js';
import type { ParkedFacts } from './parked/parked.events.js';
import type { PaymentFacts } from './payment/payment.events.js';
import type { PersonFacts } from './person/person.events.js';

/** Every fact of the receivables, by type. */
export interface ReceivablesFacts
  extends
    CustomerFacts,
    PersonFacts,
    InvoiceFacts,
    PaymentFacts,
    DunningFacts,
    LogHeadFacts,
    ErasureFacts,
    ParkedFacts {}

export type FactType = keyof ReceivablesFacts;

/** The streams that projections and reactors listen to. */
export const FACT_STREAMS = [
  'customer-',
  'person-',
  'invoice-',
  'payment-',
  'dunning-',
  'log-heads-',
  'parked-',
] as const;

type EffectiveOn = { [Type in FactType]: (data: ReceivablesFacts[Type]) => string };

/** The business date each fact counts from. An allocation counts from the day given by rule 1 (appliedOn). */
export const EFFECTIVE_ON: EffectiveOn = {
  CustomerRegistered: (fact) => fact.registeredOn,
  PersonSeen: (fact) => fact.seenOn,
  PersonRegistered: (fact) => fact.registeredOn,
  InvoiceIssued: (fact) => fact.issuedOn,
  ExtensionGranted: (fact) => fact.grantedOn,
  OwnerAssigned: (fact) => fact.assignedOn,
  PaymentApplied: (fact) => fact.appliedOn,
  AllocationRefused: (fact) => fact.receivedOn,
  PaymentReceived: (fact) => fact.receivedOn,
  ReminderPlanned: (fact) => fact.plannedOn,
  ReminderSkipped: (fact) => fact.skippedOn,
  InvoiceEscalated: (fact) => fact.escalatedOn,
  LogHeadRecorded: (fact) => fact.recordedOn,
  MacBegun: (fact) => fact.begunOn,
  PersonalDataErased: (fact) => fact.erasedOn,
  StreamsReleased: (fact) => fact.releasedOn,
};

export const isFactType = (type: string): type is FactType => Object.hasOwn(EFFECTIVE_ON, type);
