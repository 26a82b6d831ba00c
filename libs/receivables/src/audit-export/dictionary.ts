import type { FactMetadata } from '@quittance/event-store';
import type { FactType, ReceivablesFacts } from '../facts.js';

/** Every field of every fact in words: a field without a line does not compile. */
type Fields<Data> = { [Field in keyof Required<Data>]: string };
type Dictionary = {
  [Type in FactType]: { stream: string; comment: string; fields: Fields<ReceivablesFacts[Type]> };
};

const INVOICE = {
  invoiceId: 'uuid of the invoice',
  number: 'number of the invoice',
  customerId: "the invoice's customer",
};
const SEALED =
  'sealed personal data: {subject, v, iv, tag, sealed}; readable only with the key of the subject';
const ASKED = {
  ...INVOICE,
  paymentId: 'uuid of the payment',
  payerId: 'customer whose money it is; null: unknown',
  currency: 'ISO 4217',
  requested: 'amount that was meant for the invoice',
  receivedOn: 'bank date of the payment',
};
const STEP = {
  ...INVOICE,
  stepId: 'uuid v5 of invoice, instalment, step and agreed due date',
  step: 'due-3, due+3, due+7, due+14, due+30: days from the agreed due date',
  agreedDueOn: 'agreed due date that the step counts from',
};
const AT_THE_STEP = { currency: 'ISO 4217', open: 'open then', ownerId: 'person who follows it up then' };

export const FACT_DICTIONARY: Dictionary = {
  CustomerRegistered: {
    stream: 'customer-<uuid>',
    comment: 'A customer became known',
    fields: {
      customerId: 'id as given, text',
      currency: 'usual currency, ISO 4217',
      terms: 'payment terms: {type, days?, day?}',
      ownerId: 'person who owns their invoices by default',
      language: 'for letters, BCP 47',
      registeredOn: 'business date',
      personal: `name, email, phone; ${SEALED}`,
    },
  },
  PersonSeen: {
    stream: 'person-<uuid>',
    comment: 'The first verified request of a user',
    fields: { personId: 'sub of the token', roles: 'roles of the token', seenOn: 'business date' },
  },
  PersonRegistered: {
    stream: 'person-<uuid>',
    comment: 'A person got a name, roles, manager and lead',
    fields: {
      personId: 'sub of their tokens',
      roles: 'what they do here',
      managerId: 'person whom escalations go to',
      leadId: 'person whom escalations go to without a manager',
      registeredOn: 'business date',
      personal: `name, email; ${SEALED}`,
    },
  },
  InvoiceIssued: {
    stream: 'invoice-<uuid>',
    comment: 'A receivable came to be',
    fields: {
      ...INVOICE,
      issuedOn: 'business date',
      dueOn: 'contractual due date',
      terms: 'payment terms it was worked out from: {type, days?, day?}',
      currency: 'ISO 4217',
      total:
        'amount owed, including VAT; decimal text with exactly the decimals of the currency, as all amounts',
      net: 'without VAT',
      vat: 'VAT',
      lines: 'list of {description?, quantity?, unitPrice?, net?, vatRate?, vat?, amount}',
      ownerId: 'person who follows it up',
      work: 'what it is for: {project?, milestone?, deliveredOn?}',
      personal: `notes, approvedBy; ${SEALED}`,
    },
  },
  ExtensionGranted: {
    stream: 'invoice-<uuid>',
    comment: 'A later due date was agreed',
    fields: {
      ...INVOICE,
      dueOn: 'contractual due date',
      previousDueOn: 'agreed due date before',
      agreedDueOn: 'agreed due date from now on',
      grantedOn: 'business date it counts from',
      personal: `reason; ${SEALED}`,
    },
  },
  OwnerAssigned: {
    stream: 'invoice-<uuid>',
    comment: 'Another person follows it up',
    fields: {
      ...INVOICE,
      previousOwnerId: 'person before',
      ownerId: 'person from now on',
      assignedOn: 'business date it counts from',
      personal: `reason; ${SEALED}`,
    },
  },
  PaymentApplied: {
    stream: 'invoice-<uuid>',
    comment: 'The invoice took a part of a payment',
    fields: {
      ...ASKED,
      applied: 'amount it took; the rest stays unapplied with the payer',
      open: 'open after it',
      appliedOn: 'business date it counts from: the later of receivedOn and the issue',
    },
  },
  AllocationRefused: {
    stream: 'invoice-<uuid>',
    comment: 'The invoice could take nothing of a payment',
    fields: { ...ASKED, code: 'why: nothing-open' },
  },
  PaymentReceived: {
    stream: 'payment-<uuid>',
    comment: 'Money was received',
    fields: {
      paymentId: 'uuid of the payment',
      amount: 'amount received',
      currency: 'ISO 4217',
      receivedOn: 'bank date: business date',
      method: 'how it came',
      payerId: 'customer who paid, as stated',
      customerId: 'customer whose money it is while unapplied; null: unknown',
      source: 'where it is known from',
      externalId: 'its id there',
      allocations: 'list of {invoiceId, customerId, number, amount}: what was meant for which invoice',
      personal: `reference; ${SEALED}`,
    },
  },
  ReminderPlanned: {
    stream: 'dunning-<invoice uuid>',
    comment: 'A reminder is to be sent',
    fields: { ...STEP, ...AT_THE_STEP, plannedOn: 'business date' },
  },
  ReminderSkipped: {
    stream: 'dunning-<invoice uuid>',
    comment: 'A reminder is not sent',
    fields: { ...STEP, skippedOn: 'business date', code: 'why: superseded' },
  },
  InvoiceEscalated: {
    stream: 'dunning-<invoice uuid>',
    comment: 'The invoice went to the manager of its owner',
    fields: {
      ...STEP,
      ...AT_THE_STEP,
      escalatedOn: 'business date',
      escalatedTo: 'manager or lead; null: none is known',
    },
  },
  LogHeadRecorded: {
    stream: 'log-heads-<entity>',
    comment: 'The log as it stood: a missing stream or a cut tail shows',
    fields: {
      entity: 'code of the legal entity',
      position: 'of the last fact counted',
      facts: 'facts up to there, those of log-heads- not counted',
      streams: 'streams up to there',
      hash: 'SHA-256 (hex) of the hash of the head before it and the hash of the fact, fact by fact',
      recordedOn: 'business date',
    },
  },
  MacBegun: {
    stream: 'log-heads-<entity>',
    comment: 'Every later fact has a MAC: one without did not come from Quittance',
    fields: {
      entity: 'code of the legal entity',
      key: 'id of the key in use',
      begunOn: 'business date',
    },
  },
  PersonalDataErased: {
    stream: 'customer-, person- or payment-<uuid>',
    comment: 'The key of a subject was destroyed: what is sealed under it cannot be read again',
    fields: {
      subject: 'name of the stream whose key it was',
      customerId: 'the customer, if it is one',
      personId: 'the person, if it is one',
      paymentId: 'the payment, if it is one',
      erasedOn: 'business date',
      reason: 'why, without a name',
    },
  },
  StreamsReleased: {
    stream: 'parked-<entity>',
    comment: 'Streams that a projection could not go on with were let go on',
    fields: {
      streams: 'names of those that waited, at most 100',
      count: 'how many they were',
      reason: 'why, without a name',
      releasedOn: 'business date',
    },
  },
};

export const METADATA_DICTIONARY: Fields<FactMetadata> = {
  $correlationId: 'of the request',
  $causationId: 'id of what caused it: the fact, else the request',
  commandId: 'of the command: uuid v5 of entity, actor and idempotency key; formerly without the actor',
  commandHash: 'of the request as understood, formerly as sent, under a secret of the installation',
  actor: 'who did it: {id, roles} at that time',
  entity: 'code of the legal entity',
  effectiveOn: 'business date the fact counts from',
  schema: 'version of the shape of the data',
  statedRecordedAt: 'of an imported history: when it says this was recorded',
  traceparent: 'trace of the request, where it was traced',
  mac: 'that it came from this installation: {key, value}, HMAC-SHA-256 (hex) of what the hash covers but for the MAC itself',
  hashVersion: 'version of the form that is hashed',
  previousHash: 'hash of the fact before in its stream; null for the first',
  hash: 'hash of this fact',
  $origin: 'of a history moved from another store: {recordedAt, position} there; not hashed',
};
