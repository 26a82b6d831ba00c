import type { Clock, Duty } from '@quittance/kernel';
import type { CommandObserver } from './command-observer.js';
import type { Judge, PolicySource } from './command-route.js';
import type { EventStore } from './event-store.js';
import type { FoldedStreamsOptions } from './folded-streams.js';
import type { LookAlikes } from './looks-alike.js';
import type { Vault } from './vault.js';

/** A fact as a decision yields it. */
export type Decided = { type: string; data: object };

export interface CommandExecutorParts {
  store: EventStore;
  vault: Pick<Vault, 'seal' | 'decryptAll' | 'macs'>;
  clock: Clock;
  /** Code of the legal entity. */
  entity: string;
  /** Names of which no two may look alike; none are watched when left out. */
  lookAlikes?: Pick<LookAlikes, 'claim' | 'takeOver' | 'release' | 'free'>;
  /** Years after the day of issue by which an invoice is due at the latest; 10 when left out. */
  dueYearsMost?: number;
  /** Where the entity's limits are; nothing limits when left out. */
  policy?: PolicySource;
  /** Tables that limits over many streams are judged by; where there are none, all that is judged counts as over. */
  judge?: Judge;
  /** The business date a fact counts from, and the version of its shape. */
  about: (fact: Decided) => { effectiveOn: string; schema: number };
  /** Which duties whoever recorded the fact did by it; none when left out. */
  dutiesOf?: (fact: Decided) => readonly Duty[];
  cache?: FoldedStreamsOptions;
  observer?: Pick<CommandObserver, 'append'>;
}
