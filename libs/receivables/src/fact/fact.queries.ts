import { Inject, Injectable } from '@nestjs/common';
import { type EventStore, isWhole, type RecordedFact } from '@quittance/event-store';
import { unknown } from '@quittance/reading';
import { Pool } from 'pg';
import type { MoneyOfFacts } from '../ledger/control.js';
import { EVENT_STORE, MONEY_OF_FACTS } from '../parts.js';
import { say } from '../telling/say.js';
import { type Language, paramsOf } from '../telling/sentences.js';
import { proofOf } from './proof.js';

interface Linked {
  position: bigint;
  stream: string;
  type: string;
  sentence: string;
  actor: string;
  data: object;
}

interface FactRow extends Pick<RecordedFact, 'stream' | 'revision' | 'id' | 'type' | 'data' | 'metadata'> {
  position: bigint;
  prepare: bigint;
  recorded_at: Date;
  sentence: string;
  reason: string | null;
  actor: string;
  effective_on: string;
  correlation_id: string | null;
}

/** Facts that a fact caused, and that are told with it. */
const MOST_CAUSED = 100;
const LINKED = `t.position, t.stream, t.type, t.sentence, t.actor, f.data
  from live.audit_trail t join mirror.facts f on f.position = t.position`;

/** One fact with its neighbours in the chain, what caused it and what it caused; and streams as they are stored. */
@Injectable()
export class FactQueries {
  constructor(
    private readonly pool: Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(MONEY_OF_FACTS) private readonly money: MoneyOfFacts,
  ) {}

  /** @throws Rejection 404 */
  async at(position: bigint, language: Language): Promise<{ stream: string; body: object }> {
    const { rows } = await this.pool.query<FactRow>(
      `select f.*, t.sentence, t.reason, t.actor, t.effective_on, t.correlation_id
       from mirror.facts f join live.audit_trail t on t.position = f.position where f.position = $1`,
      [String(position)],
    );
    const [row] = rows;
    if (!row) throw unknown('fact');
    const fact: RecordedFact = {
      ...row,
      position: { commit: row.position, prepare: row.prepare },
      recordedAt: row.recorded_at,
    };
    const [neighbours, cause, caused, proof] = await Promise.all([
      this.neighbours(fact),
      this.linked(`t.correlation_id = $1 and t.fact_id::text = $2`, [
        row.correlation_id,
        fact.metadata.$causationId,
      ]),
      this.linked(`t.correlation_id = $1 and t.causation_id = $2`, [row.correlation_id, fact.id]),
      proofOf(this.pool, fact),
    ]);
    const tell = (one: Linked): object => ({
      position: String(one.position),
      stream: one.stream,
      type: one.type,
      sentence: say(language, one.type, paramsOf(one.data, one.actor)) ?? one.sentence,
    });
    const body = {
      stream: fact.stream,
      ...stored(fact),
      schema: fact.metadata.schema,
      key: fact.type,
      sentence: say(language, fact.type, paramsOf(fact.data, row.actor)) ?? row.sentence,
      language,
      reason: row.reason,
      actor: row.actor,
      roles: fact.metadata.actor.roles,
      effectiveOn: row.effective_on,
      correlationId: row.correlation_id,
      commandId: fact.metadata.commandId ?? null,
      hash: fact.metadata.hash,
      legs: this.legs(fact),
      whole: isWhole(fact),
      ...neighbours,
      causedBy: cause[0] ? tell(cause[0]) : null,
      consequences: caused.map(tell),
      proof,
    };
    return { stream: fact.stream, body };
  }

  /** Facts of a stream as the event store has them, at most so many from a revision on. */
  async raw(stream: string, from: number, limit: number): Promise<{ items: object[]; next: number | null }> {
    const items: object[] = [];
    for await (const fact of this.store.read(stream, BigInt(from))) {
      if (items.length === limit) return { items, next: from + limit };
      items.push(stored(fact));
    }
    if (items.length === 0 && from === 0) throw unknown('stream');
    return { items, next: null };
  }

  /** What the fact moves, in the shape of today; nothing of one that cannot be read. */
  private legs(fact: RecordedFact): object[] {
    try {
      const legs = this.money.legsOf(this.money.asToday(fact));
      return legs
        .filter((one) => !one.amount.isZero)
        .map(({ account, kind, on, amount, party, invoice }) => ({
          ...{ account, kind, on, amount: amount.toString(), currency: amount.currency },
          customerId: party,
          invoiceId: invoice ?? null,
        }));
    } catch {
      return []; // It is parked for that, and named there.
    }
  }

  private async neighbours({
    stream,
    revision,
  }: RecordedFact): Promise<{ previous: object | null; next: object | null }> {
    const { rows } = await this.pool.query<{
      position: bigint;
      revision: bigint;
      type: string;
      hash: string;
    }>(
      `select position, revision, type, metadata ->> 'hash' as hash from mirror.facts
       where stream = $1 and revision = any ($2::bigint[])`,
      [stream, [String(revision - 1n), String(revision + 1n)]],
    );
    const at = (place: bigint): object | null => {
      const found = rows.find((row) => row.revision === place);
      return found ? { ...found, position: String(found.position), revision: Number(found.revision) } : null;
    };
    return { previous: at(revision - 1n), next: at(revision + 1n) };
  }

  private async linked(where: string, values: unknown[]): Promise<Linked[]> {
    const { rows } = await this.pool.query<Linked>(
      `select ${LINKED} where ${where} order by t.position limit ${MOST_CAUSED}`,
      values,
    );
    return rows;
  }
}

const stored = ({ revision, position, id, type, data, metadata, recordedAt }: RecordedFact): object => ({
  revision: Number(revision),
  position: String(position.commit),
  id,
  type,
  data: JSON.stringify(data),
  metadata: JSON.stringify(metadata),
  recordedAt: recordedAt.toISOString(),
});
