/** Facts of `dunning-<invoiceId>`: the state of a chase. */
export interface DunningFacts {
  ReminderPlanned: {
    invoiceId: string;
    number: string;
    customerId: string;
    /** uuid v5 of (invoice, instalment, step key, agreed due date). */
    stepId: string;
    /** `due-3`, `due+3`, `due+7`, `due+14`. */
    step: string;
    agreedDueOn: string;
    plannedOn: string;
    currency: string;
    open: string;
    ownerId: string;
  };
  ReminderSkipped: {
    invoiceId: string;
    number: string;
    customerId: string;
    stepId: string;
    step: string;
    agreedDueOn: string;
    skippedOn: string;
    /** Why, in kebab case: `superseded`. */
    code: string;
  };
  /** `due+30`. */
  InvoiceEscalated: {
    invoiceId: string;
    number: string;
    customerId: string;
    stepId: string;
    step: string;
    agreedDueOn: string;
    escalatedOn: string;
    currency: string;
    open: string;
    ownerId: string;
    /** The owner's manager, else their lead; null when neither is known. */
    escalatedTo: string | null;
  };
}
