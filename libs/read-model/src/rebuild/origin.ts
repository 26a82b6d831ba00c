import type { Position, RecordedFact } from '@quittance/event-store';
import type { Pool, PoolClient } from 'pg';
import type { Sql } from '@quittance/process';
import { type LogMark, brokenStreams, mirrorMark } from './log-mark.js';
import { DoubtedMirrorError } from './options.js';
import type { StagingWriter } from './staging-writer.js';
import { type FactSource, fromMirror } from './sources.js';

/** Where a rebuild reads its facts from, and what it needs to be sure that these are all. */
export interface Origin {
  pages: FactSource;
  /** The relation that holds them in full, those of each page once it was read. */
  facts: string;
  /** Called once the rebuild's schema is there. */
  begin(sql: PoolClient): Promise<void>;
  /** How far the live tables are now. @throws LateFactsError facts came before a place already read */
  mark(sql: Sql, from: LogMark, locked?: boolean): Promise<LogMark>;
  /** A page was read; a round is through, which began after a position. */
  read(writer: StagingWriter, facts: readonly RecordedFact[]): Promise<void>;
  roundEnded(sql: PoolClient, after: Position | undefined): Promise<void>;
  /** The first round is through, which had most of the facts, or none. */
  firstEnded(sql: PoolClient): Promise<void>;
  /** Every stream is whole. @throws DoubtedMirrorError naming what is missing */
  check(sql: Sql, mark: LogMark): Promise<void>;
  /** Within the swap, before the tables move: the last look, then what else comes with them. */
  swap(sql: Sql, mark: LogMark, retired: string): Promise<void>;
}

/** The mirror of the log in PostgreSQL: quick, and as right as the projector was. */
export function mirrorOrigin(pool: Pool, types: readonly string[]): Origin {
  let broken: Promise<string[]> = Promise.resolve([]);
  return {
    pages: fromMirror(pool, types),
    facts: 'mirror.facts',
    mark: mirrorMark,
    async begin() {
      broken = brokenStreams(pool, 'mirror.facts');
      broken.catch(() => undefined); // awaited by check, while the facts are read
    },
    read: async () => undefined,
    roundEnded: async () => undefined,
    firstEnded: async () => undefined,
    async check() {
      const [stream] = await broken;
      if (stream) throw new DoubtedMirrorError(`the mirror lacks a fact of ${stream}`);
    },
    swap: async () => undefined,
  };
}
