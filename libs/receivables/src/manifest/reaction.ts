import type { EventStore, Execute, FactReader } from '@quittance/event-store';
import type { Actor, Clock } from '@quittance/kernel';
import type { Pool } from 'pg';

/** How mails leave an installation. */
export interface MailSettings {
  /** Unset: into the outbox. */
  smtpUrl?: string;
  /** `Name <address>`, or an address alone. */
  from: string;
  /** Folder of the local outbox. */
  outbox: string;
  /** Folder in which bounces arrive; unset: none is looked at. */
  bounces?: string;
  /** Where people reach the page, without a slash at the end; unset: mails to people have no links. */
  publicUrl?: string;
  /** IANA zone of quiet hours. */
  timeZone: string;
}

/** What a reaction works with. */
export interface ReactionParts {
  /** Facts as they are stored. */
  store: EventStore;
  /** Facts in the shape of today. */
  facts: FactReader;
  /** Sends a command through the same door as everybody. */
  execute: Execute;
  pool: Pool;
  clock: Clock;
  entity: string;
  /** How mails leave; left out: none do. */
  mail?: MailSettings;
  /** All processes of the installation start and end together. */
  together: boolean;
  /** Addresses and networks of one's own that webhooks may reach. */
  webhookAllow: readonly string[];
}

/** In whose name, and the id that its commands and its log lines carry. */
export interface ReactedBy {
  actor: Actor;
  correlationId: string;
}

/** What came of it, where somebody should know. */
export interface Reacted {
  /** For the log: what happened, with figures. */
  told?: { message: string; warn?: boolean; fields?: object };
  /** It never need be asked again. */
  over?: boolean;
}

/**
 * What a feature does by the clock. It may be done twice, by two reactors, or after a restore: the commands that it sends have
 * ids that do not depend on when they are sent.
 */
export interface Reaction {
  /** What it does, in words: the log and the counts tell it. */
  name: string;
  /** Every so many milliseconds; or with the morning run, one after another in the order of the registry. */
  every: number | 'morning';
  /** Also at once, when the process starts. */
  atOnce?: boolean;
  begin(parts: ReactionParts): (by: ReactedBy) => Promise<Reacted | void>;
  /** The business day on which a morning run last left something behind: by it a run that was missed is seen. */
  lastDay?: (parts: ReactionParts) => Promise<string | undefined>;
}
