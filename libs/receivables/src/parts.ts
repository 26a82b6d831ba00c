import type { CommandObserver, EventStore } from '@quittance/event-store';
import type { Clock } from '@quittance/kernel';
import type { Pool } from 'pg';

/** What a process brings for the receivables to work with. Injected by these tokens; `Pool` by its class. */
export interface Parts {
  store: EventStore;
  /** The read side's PostgreSQL. */
  pool: Pool;
  clock: Clock;
  /** Code of the legal entity. */
  entity: string;
  /** IANA zone of its business dates. */
  timeZone: string;
  /** Years after the day of issue by which an invoice is due at the latest; 10 when left out. */
  dueYearsMost?: number;
  /** Whether an empty installation may be filled with the demonstration. */
  demonstration?: boolean;
  /** Folder where files lie while they are imported; that of the system for such files when left out. */
  spool?: string;
  /** Who sends mails, as settings say it. */
  mailFrom?: string;
  /** Watches every command. */
  observer?: CommandObserver;
}

export const EVENT_STORE = Symbol('EventStore');
export const CLOCK = Symbol('Clock');
export const ENTITY = Symbol('Entity');
export const TIME_ZONE = Symbol('TimeZone');
export const DUE_YEARS_MOST = Symbol('DueYearsMost');
export const DEMONSTRATION = Symbol('Demonstration');
export const SPOOL = Symbol('Spool');
export const MAIL_FROM = Symbol('MailFrom');
export const OBSERVER = Symbol('CommandObserver');

// What the registry of features gives to the controllers of some of them.

/** Prefixes of the streams that hold facts. */
export const FACT_PREFIXES = Symbol('FactPrefixes');
/** All projections. */
export const ALL_PROJECTIONS = Symbol('AllProjections');
/** Who may use which route. */
export const ROLES_OF_ROUTES = Symbol('RolesOfRoutes');
/** What a batch takes. */
export const ROUTES_OF_BATCHES = Symbol('RoutesOfBatches');
/** What facts move, and what they add to the control: `MONEY` of the registry. */
export const MONEY_OF_FACTS = Symbol('MoneyOfFacts');
/** What features say of their facts, by type. */
export const DECLARED_FACTS = Symbol('DeclaredFacts');
/** What holds invoices up, as features publish it. */
export const HOLDS_OF_INVOICES = Symbol('HoldsOfInvoices');
/** What figures of things are made of, as features publish it. */
export const SUMS_OF_THINGS = Symbol('SumsOfThings');
/** What comes next of the chase of an invoice: `NextStepOf`. */
export const NEXT_STEP = Symbol('NextStep');
/** Reads streams of all features by what a question knows: `(knows) => ReadStreams`. */
export const STREAMS_KNOWN = Symbol('StreamsKnown');
/** Reads streams of all features as they stood on one day after another: `(countsFrom) => PastStreams`. */
export const STREAMS_BY_DAY = Symbol('StreamsByDay');
