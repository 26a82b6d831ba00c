import type { RecordedFact } from '@quittance/event-store';
import type { PoolClient } from 'pg';
import { isRefusal } from '@quittance/process';
import { emptyPersonal, erasedIn } from '../erasure.js';
import { Fold } from '../fold.js';
import { type FactDecryptor, type DecryptedFact, decryptFacts } from '../decrypt.js';
import { Parking } from '../parking.js';
import type { AnyProjection } from '../projection.js';
import { RefusedRowError, oneByOne } from '../writes.js';
import type { FillsTables } from './filling.js';
import { ProjectionFaultError, type RebuildOptions } from './options.js';

/** Facts in one transaction. */
const BATCH = 200;

/**
 * Fills tables as the projector does, a small batch at a time: where PostgreSQL refuses a row, halves find the fact it
 * came from, which is parked, or ends it. Slow; for histories in which that happened.
 */
export class CarefulFilling implements FillsTables {
  readonly parking = Parking.empty();
  private readonly erased: string[] = [];

  constructor(
    private readonly client: PoolClient,
    private readonly schema: string,
    private readonly projections: readonly AnyProjection[],
    private readonly opener: FactDecryptor | undefined,
    private readonly facts: string,
    private readonly faults: RebuildOptions['faults'] = 'park',
  ) {}

  async fill(facts: readonly RecordedFact[]): Promise<void> {
    this.erased.push(...erasedIn(facts));
    const opened = await decryptFacts(this.opener, facts);
    for (let i = 0; i < opened.length; i += BATCH) await this.halving(opened.slice(i, i + BATCH));
  }

  async finish(): Promise<void> {
    const { client, schema, facts, projections, parking } = this;
    const subjects = this.erased.splice(0);
    if (subjects.length) await emptyPersonal(client, { schema, facts, projections, subjects, parking });
  }

  private async halving(facts: readonly DecryptedFact[], refused = new Map<string, Error>()): Promise<void> {
    if (facts.length === 0) return;
    try {
      await this.write(facts, refused);
    } catch (error) {
      if (!(error instanceof RefusedRowError) || refused.has(error.projection)) throw error;
      if (facts.length === 1) return this.halving(facts, refused.set(error.projection, error));
      await this.halving(facts.slice(0, facts.length >> 1));
      await this.halving(facts.slice(facts.length >> 1));
    }
  }

  private async write(facts: readonly DecryptedFact[], refused: ReadonlyMap<string, Error>): Promise<void> {
    const { client, parking } = this;
    const fold = new Fold(this.schema);
    const waiting: [string, RecordedFact, Error][] = [];
    const fault = (name: string, fact: RecordedFact, error: Error): void => {
      if (this.faults === 'stop') throw new ProjectionFaultError(name, fact, error);
      waiting.push([name, fact, error]);
    };
    const waits = (name: string, fact: RecordedFact): boolean =>
      parking.holds(name, fact) || waiting.some(([by, { stream }]) => by === name && stream === fact.stream);
    for (const { opened, broken } of facts) {
      for (const projection of this.projections) {
        if (!projection.on[opened.type]) continue;
        const error = refused.get(projection.name);
        if (!broken && !error) fold.collect(projection, opened);
        else if (waits(projection.name, opened)) continue;
        else if (broken) waiting.push([projection.name, opened, broken]);
        else fault(projection.name, opened, error!);
      }
    }
    await client.query('begin');
    try {
      fold.loaded(await oneByOne(client, fold.loads(), isRefusal));
      fold.apply(
        ({ name }, fact) => waits(name, fact),
        ({ name }, fact, error) => fault(name, fact, error),
      );
      await oneByOne(client, fold.writes(), isRefusal);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
    for (const [name, fact, error] of waiting) parking.park(name, fact, error);
  }
}
