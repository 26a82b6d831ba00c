import { randomUUID } from 'node:crypto';
import type { EventStore, Execute, MacKeys, Position } from '@quittance/event-store';
import type { Actor } from '@quittance/kernel';
import { FORMER_RELEASE_AT_WORK } from '@quittance/process';
import type { Pool } from 'pg';
import { BeginMacs } from './log-head.commands.js';
import { type MacsBegun, macsBegun } from './macs.js';

export interface MacBeginningParts {
  store: EventStore;
  pool: Pool;
  keys: MacKeys;
  execute: Execute;
  entity: string;
  /**
   * Milliseconds for which nothing may show a process of a release without MACs. None where all processes start
   * together.
   */
  quietFor: number;
}

/** `waits`: for time to pass. `held`: a process of a release without MACs is at work, or was lately. */
export type MacBeginning = { state: 'begun' | 'waits' } | { state: 'held'; by: string };

/** Every process has noticed an announcement, and what it had in hand before is done. */
const ANNOUNCED_FOR_MS = 120_000;
/** Written by whoever comes first, byte for byte: without a MAC until that is announced. */
const ANYONES = new Set(['PaymentApplied', 'AllocationRefused']);

/**
 * Records MacBegun once every process at work writes MACs. A process of a release without them shows by its session in
 * PostgreSQL, or by a fact without one. Run it again until it says `begun`.
 */
export class BeginningOfMacs {
  private quiet?: { since: number; position: Position | undefined };

  constructor(private readonly parts: MacBeginningParts) {}

  async run(by: { actor: Actor; correlationId: string }): Promise<MacBeginning> {
    const { store, keys, entity } = this.parts;
    const { judge } = await keys.known();
    const begun = await macsBegun(store, entity, judge);
    if (begun.right) return this.remember(begun);
    const held = (await this.session()) ?? (await this.bareFact());
    if (held !== undefined) {
      this.quiet = undefined;
      return { state: 'held', by: held };
    }
    if (performance.now() - this.quiet!.since < this.parts.quietFor) return { state: 'waits' };
    if (!(await this.announced())) return { state: 'waits' };
    await this.record(begun, by);
    return this.remember(await macsBegun(store, entity, judge));
  }

  /** A session of a process that writes no MACs. */
  private async session(): Promise<string | undefined> {
    const { rows } = await this.parts.pool.query<{ application_name: string }>(FORMER_RELEASE_AT_WORK);
    return rows[0] && `${rows[0].application_name} of a former release`;
  }

  /** A fact without a MAC since it is quiet: somebody wrote it whose session did not show. */
  private async bareFact(): Promise<string | undefined> {
    const { store } = this.parts;
    this.quiet ??= { since: performance.now(), position: await store.end() };
    for await (const { stream, revision, type, metadata, position } of store.readAll({
      after: this.quiet.position,
    })) {
      this.quiet.position = position;
      if (stream.startsWith('heartbeat-') || ANYONES.has(type) || metadata?.mac !== undefined) continue;
      return `whoever wrote ${stream}, revision ${revision}, without a MAC`;
    }
    return undefined;
  }

  /** Announces it, and says whether that has been long ago. */
  private async announced(): Promise<boolean> {
    const { rows } = await this.parts.pool.query<{ long: boolean }>(
      `with made as (insert into vault.macs default values on conflict do nothing)
       select clock_timestamp() - announced_at > $1 * interval '1 ms' as long from vault.macs`,
      [ANNOUNCED_FOR_MS],
    );
    return rows[0]?.long ?? false;
  }

  private async record(
    { forged }: MacsBegun,
    { actor, correlationId }: { actor: Actor; correlationId: string },
  ): Promise<void> {
    const { keys, execute } = this.parts;
    const { key } = await keys.inUse(false);
    // Drawn by lot: whoever can write to the store must not be able to claim that this command was done.
    const context = { key: randomUUID(), hash: '', actor, correlationId, causationId: correlationId };
    await execute(Object.assign(new BeginMacs(), { key: key!.id, forged, context }));
  }

  /** In PostgreSQL, too: it goes on to count should somebody take the fact away. */
  private async remember({ right, after }: MacsBegun): Promise<MacBeginning> {
    if (!right) return { state: 'waits' };
    await this.parts.pool.query(
      `insert into vault.macs (position) values ($1)
       on conflict (one) do update set position = least(macs.position, excluded.position)`,
      [String(after)],
    );
    return { state: 'begun' };
  }
}
