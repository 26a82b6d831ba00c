/** What comes next of the chase of an invoice: of its parts the earliest. */
export interface NextStep {
  /** Key of the step of the policy in force. */
  key: string;
  kind: string;
  /** The day on which it comes; of one that is held up, the day on which it came. */
  on: string;
  /** Number of the instalment; 1 where the invoice is due in one. */
  part: number;
  /** Why nothing is asked of that part today: a code; null: nothing blocks it. */
  blockedBy: string | null;
}

/** As of the day, as known now; null: none comes, or the event store does not answer. */
export type NextStepOf = (invoiceId: string, on: string) => Promise<NextStep | null>;
