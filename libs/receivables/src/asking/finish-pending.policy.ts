import type { CommandContext, CommandMessage, Execute } from '@quittance/event-store';
import type { Pool } from 'pg';
import type { Reaction } from '../manifest/reaction.js';

/** How often documents that a crash left pending are looked for, in milliseconds. */
const FINISH_EVERY_MS = 5_000;
/** Documents asked about in one run. */
const AT_MOST = 100;

const ACTOR = { id: 'system:reactor', roles: ['system'] };

/** Documents that ask invoices. */
export interface Pending {
  /** A relation with `id`, `position` and `unanswered`: a hint, the streams decide. */
  from: string;
  /** Asks again for what a document has no answer to; does nothing to one that waits for none. */
  finish: (id: string) => Omit<CommandMessage, 'context' | 'statedRecordedAt'>;
}

/** Asks the invoices again for what a crash left pending between a document and their answers. */
export class FinishPending {
  /** Where the last run ended: documents that can never be finished must not hold back younger ones. */
  private after = -1n;

  constructor(
    private readonly database: Pool,
    private readonly execute: Execute,
    private readonly of: Pending,
  ) {}

  /**
   * The next 100 documents that have been pending for some seconds, and round again.
   * @throws what the last one that failed said, when all were asked
   */
  async run(): Promise<number> {
    const { rows } = await this.database.query<{ id: string; position: bigint }>(leftPending(this.of.from), [
      String(this.after),
      AT_MOST,
    ]);
    this.after = rows.length < AT_MOST ? -1n : rows.at(-1)!.position;
    let failed: Error | undefined;
    for (const { id } of rows) await this.finish(id).catch((error: Error) => (failed = error));
    if (failed) throw failed;
    return rows.length;
  }

  private finish(id: string): Promise<unknown> {
    const by = { actor: ACTOR, correlationId: id, causationId: id };
    const context: CommandContext = { key: id, hash: '', ...by };
    return this.execute(Object.assign(this.of.finish(id), { context }));
  }
}

/** Looks for them every five seconds. */
export const finishing = (name: string, of: Pending): Reaction => ({
  name,
  every: FINISH_EVERY_MS,
  begin({ pool, execute }) {
    const finish = new FinishPending(pool, execute, of);
    return async () => void (await finish.run());
  },
});

// Younger ones are still being finished by the request that recorded them.
const leftPending = (from: string): string => `
  select id, position from ${from}
   where unanswered > 0 and position > $1
     and position <= (select position from mirror.facts where recorded_max < now() - interval '5 seconds'
                       order by recorded_max desc, position desc limit 1)
   order by position limit $2`;
