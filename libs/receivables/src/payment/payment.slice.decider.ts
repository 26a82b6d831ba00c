import type { DecisionContext, FactOf } from '@quittance/kernel';
import type { Customer } from '../customer/customer.stream.js';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { Meaning } from './meant-for.decider.js';
import type {
  AllocatePayment,
  FinishPayment,
  RecordPayment,
  RecordPaymentAnswers,
  UndoAllocation,
  UndoAllocations,
} from './payment.commands.js';
import type { PaymentFacts } from './payment.events.js';
import type { Payment } from './payment.state.decider.js';
import type {
  CancelPayment,
  IdentifyPayer,
  RefundPayment,
  ReturnPayment,
  ReverseRefund,
  ReverseReturn,
  TransferUnapplied,
} from './moving.commands.js';

interface Subject {
  /** The stream of the customer whose money it is; that of the payment while nobody is known. */
  subject: string;
}

interface Commands {
  RecordPayment: RecordPayment;
  AllocatePayment: AllocatePayment;
  UndoAllocation: UndoAllocation;
  UndoAllocations: UndoAllocations;
  CancelPayment: CancelPayment;
  IdentifyPayer: IdentifyPayer;
  TransferUnapplied: TransferUnapplied;
  RefundPayment: RefundPayment;
  ReverseRefund: ReverseRefund;
  ReturnPayment: ReturnPayment;
  ReverseReturn: ReverseReturn;
  RecordPaymentAnswers: RecordPaymentAnswers;
  FinishPayment: FinishPayment;
}

interface References {
  RecordPayment: Meaning & {
    payer: Customer | undefined;
    /** The stream of the customer whose money it is; undefined when nobody is known. */
    customerSubject: string | undefined;
  };
  AllocatePayment: Meaning & Partial<Subject>;
  UndoAllocation: Subject;
  UndoAllocations: Subject;
  CancelPayment: Subject;
  IdentifyPayer: Subject & { customer: Customer | undefined };
  TransferUnapplied: Subject & { customer: Customer | undefined };
  RefundPayment: Subject;
  ReverseRefund: Subject;
  ReturnPayment: Subject;
  ReverseReturn: Subject;
}

export interface PaymentSlice {
  name: 'payment';
  commands: Commands;
  facts: PaymentFacts;
  own: Payment | null;
  hears: ErasureFacts;
  references: References;
}

/** What some of its commands come to: the slice puts them together. */
export type Decides<Names extends keyof Commands> = {
  [Name in Names]: (
    command: Commands[Name],
    state: { own: Payment | null },
    context: DecisionContext<Name extends keyof References ? References[Name] : unknown>,
  ) => FactOf<PaymentFacts>[];
};
