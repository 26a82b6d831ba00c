import type { PaymentHabit } from './habit.kinds.js';

/** What every fact of a chase says of its step. */
export type StepNamed = {
  invoiceId: string;
  number: string;
  customerId: string;
  /** uuid v5 of (invoice, instalment, step key, agreed due date). */
  stepId: string;
  /** The policy's key: `due-3`, `due+7`, ... */
  step: string;
  /** Days from the agreed due date, where the key does not say them. */
  days?: number;
  agreedDueOn: string;
  /** Number of the instalment; left out: the first. */
  part?: number;
  /** The policy by which it was decided, and its version; left out by releases that had one ladder. */
  policyId?: string;
  policyVersion?: number;
};

/** What is owed at a step, and by whom it is followed up. */
type Owed = {
  currency: string;
  /** What was open of it and held up by nothing. */
  open: string;
  ownerId: string;
};

/** Of the mail that a step is in. */
type InMail = {
  mailId: string;
};

/** Facts of `dunning-<invoiceId>`: the state of a chase. */
export interface DunningFacts {
  ReminderPlanned: StepNamed &
    Owed & {
      plannedOn: string;
      template?: string;
      tone?: string;
      /** Whether a person looks at the mail before it leaves. */
      approval?: 'person' | 'none';
      language?: string;
      mailId?: string;
      /** What the mail asks: open less what is held. */
      asked?: string;
      /** What is held of the customer and set against it. */
      onAccount?: string;
      /** Where the tone follows from how the customer paid: how that was. */
      habit?: PaymentHabit;
    };
  ReminderSkipped: StepNamed & {
    skippedOn: string;
    /** Why, in kebab case: `superseded`, `disputed`, `unapplied-cash`, ... */
    code: string;
    /** What was held of the customer then, as an amount: with another it is decided again. */
    held?: string;
    mailId?: string;
  };
  ReminderSent: StepNamed & InMail & { messageId: string; sentOn: string };
  ReminderRefused: StepNamed & InMail & { refusedOn: string };
  /** It came back. `permanent`: nothing will reach that address. */
  ReminderBounced: StepNamed & InMail & { code: string; permanent: boolean; bouncedOn: string };
  InvoiceEscalated: StepNamed &
    Owed & {
      escalatedOn: string;
      /** The owner's manager, else their lead, else an admin; null when none is known. */
      escalatedTo: string | null;
      /** As what they were told. */
      escalatedAs?: 'manager' | 'lead' | 'admin';
    };
  /** The owner is told that something is due. */
  OwnerAlerted: StepNamed & Owed & { alertedOn: string };
  /** A person is to decide whether an agency collects it. */
  CollectionProposed: StepNamed & Owed & { proposedOn: string };
}
