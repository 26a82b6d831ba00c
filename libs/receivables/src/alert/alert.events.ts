import type { Personal } from '../personal.js';
import type { Language } from '../template/template.events.js';

/** How a person is told of what falls due. */
export const WAYS = ['none', 'mail', 'webhook'] as const;
export type Way = (typeof WAYS)[number];

/** Facts of `person-<uuid>`. */
export interface AlertFacts {
  AlertsChosen: { personId: string; alerts: Way; language: Language; chosenOn: string };
}

/** A thing to do, as the work list says it. Amounts are texts with exactly the currency's decimals. */
export interface DigestItem {
  /** Of the work list. */
  id: string;
  kind: string;
  invoiceId: string;
  number: string;
  customerId: string;
  dueOn: string;
  open: string;
  currency: string;
}

type OfDigest = { digestId: string; personId: string };

/** Facts of `digest-<uuid>`: what a person is told on a day. The address and what the mail says are sealed for the person. */
export interface DigestFacts {
  /** `more`: how many there are beside the items. */
  DigestDrawnUp: OfDigest & {
    on: string;
    alerts: 'mail' | 'webhook';
    language: Language;
    items: DigestItem[];
    more: number;
  };
  /** From here on it may have left. `items`: how many it names; what closed in between is not among them. */
  DigestSendingBegun: OfDigest & {
    begunOn: string;
    messageId: string;
    sender: string;
    attempt: number;
    items: number;
    more: number;
    personal: Personal<{ address: string; line: string; text: string; html: string }>;
  };
  DigestAccepted: OfDigest & {
    messageId: string;
    acceptedOn: string;
    personal: Personal<{ response: string }>;
  };
  /** `final`: it is not tried again. */
  DigestSendingFailed: OfDigest & {
    code: string;
    final: boolean;
    failedOn: string;
    personal?: Personal<{ response: string }>;
  };
  /** Nobody knows whether it left; it is not sent again: the next day has its own. */
  DigestOutcomeUnknown: OfDigest & { messageId: string; unknownOn: string };
  /** It did not leave, as nobody needs it: all of it closed, the day is over, or it is not wanted any more. */
  DigestDropped: OfDigest & { code: string; droppedOn: string };
}
