import type { Personal } from '../personal.js';
import type { Language, Tone } from '../template/template.events.js';

type OfMail = { mailId: string; customerId: string };

/** What a mail asks of an invoice, or of an instalment. Amounts are texts with exactly the currency's decimals. */
export type Item = {
  stepId: string;
  invoiceId: string;
  number: string;
  currency: string;
  asked: string;
  onAccount?: string;
  agreedDueOn: string;
};

/** Facts of `mail-<uuid>`. Addresses and texts are personal, sealed for the customer; `line` is the subject of a mail. */
export interface MailFacts {
  MailDrafted: OfMail & { draftedOn: string; language: Language; tone: Tone; template: string };
  /** `approval`: whether a person looks at it before it leaves. */
  MailItemAdded: OfMail & Item & { addedOn: string; approval: 'person' | 'none' };
  /** `left`: how many are in it still. */
  MailItemRemoved: OfMail & {
    stepId: string;
    invoiceId: string;
    code: string;
    left: number;
    removedOn: string;
  };
  MailChanged: OfMail & {
    changedOn: string;
    tone?: Tone;
    personal: Personal<{ line: string; body: string }>;
  };
  /** `templateVersion`: of its text; 0: as Quittance brings it. Not said by former releases, as the hash of what was approved. */
  MailApproved: OfMail & {
    approvedOn: string;
    approvedBy: string;
    template?: string;
    templateVersion?: number;
    personal?: Personal<{ contentHash: string }>;
  };
  MailRefused: OfMail & { refusedOn: string; personal: Personal<{ reason: string }> };
  /** From here on it may have left. What it says is what is here. */
  MailSendingBegun: OfMail & {
    begunOn: string;
    messageId: string;
    /** Who sends it: `Name <address>`. */
    sender: string;
    attempt: number;
    personal: Personal<{ address: string; line: string; text: string; html: string }>;
  };
  MailAccepted: OfMail & { messageId: string; acceptedOn: string; personal: Personal<{ response: string }> };
  /** `final`: it is not tried again by itself. */
  MailSendingFailed: OfMail & {
    code: string;
    final: boolean;
    failedOn: string;
    /** Left out where no server said anything. */
    personal?: Personal<{ response: string }>;
  };
  /** Nobody knows whether it left: a person decides whether it is sent again. */
  MailOutcomeUnknown: OfMail & { messageId: string; unknownOn: string };
  MailBounced: OfMail & { code: string; permanent: boolean; bouncedOn: string };
}
