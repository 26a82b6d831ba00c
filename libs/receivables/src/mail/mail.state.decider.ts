import type { Language, Tone } from '../template/template.events.js';
import type { Item } from './mail.events.js';

// What is known of a mail, and what decisions about it hang on.

export const MAIL_STATUSES = [
  ...([
    'draft',
    'approved',
    'sending',
    'sent',
    'failed',
    'unknown',
    'refused',
    'dropped',
    'bounced',
  ] as const),
] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

export interface Mail {
  customerId: string;
  language: Language;
  tone: Tone;
  template: string;
  items: ReadonlyMap<string, Item>;
  /** A person is to look at it. */
  waits: boolean;
  status: MailStatus;
  attempts: number;
  messageId?: string;
  /** What a person wrote in place of the template. */
  subject?: string;
  body?: string;
}

/** What is asked of each item now; `undefined`: the tables are behind. */
export interface SendingReferences {
  asked: ReadonlyMap<string, { skip: string } | { asked: string; onAccount?: string } | undefined>;
  /** It is not the hour. */
  quiet: boolean;
  written?: { address: string; line: string; text: string; html: string };
  /** Whose key seals it. */
  subject: string;
}

export type OfCustomer = { customerSubject: string };

/** What a person approves: the text by its key and version, and a hash of all that the mail says and asks. */
export interface ApprovalReferences extends OfCustomer {
  template: string;
  templateVersion: number;
  contentHash: string;
}
