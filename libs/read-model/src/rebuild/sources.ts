import type { EventStore, Position, RecordedFact } from '@quittance/event-store';
import type { Pool } from 'pg';
import { HEARTBEAT } from '../heartbeat.js';
import { comparePositions } from '../state.js';

/** Facts in one page: what is held in memory beside the rows. */
const PAGE = 300;

/** Where a rebuild reads from: pages of facts after one position up to another, in commit order. */
export type FactSource = (
  after: Position | undefined,
  through: Position,
) => AsyncIterable<readonly RecordedFact[]>;

interface MirrorRow extends Omit<RecordedFact, 'position' | 'recordedAt'> {
  position: bigint;
  prepare: bigint;
  /** In milliseconds: a text would have to be parsed for each fact. */
  recorded: bigint;
}

/** An instant that is written into several rows: its text is made once. */
class Instant extends Date {
  private text: string | undefined;

  override toISOString(): string {
    return (this.text ??= super.toISOString());
  }
}

/** The mirror's facts of these types, the next page on its way while one is worked on. */
export function fromMirror(pool: Pool, types: readonly string[]): FactSource {
  const page = async (after: bigint, through: bigint): Promise<RecordedFact[]> => {
    const { rows } = await pool.query<MirrorRow>({
      name: 'rebuild-page',
      text: `select position, prepare, stream, revision, id, type, data, metadata,
               (extract(epoch from recorded_at) * 1000)::bigint as recorded from mirror.facts
             where position > $1 and position <= $2 and type = any($3) order by position limit ${PAGE}`,
      values: [String(after), String(through), types],
    });
    return rows.map(({ stream, revision, id, type, data, metadata, position, prepare, recorded }) => ({
      ...{ stream, revision, id, type, data, metadata },
      position: { commit: position, prepare },
      recordedAt: new Instant(Number(recorded)),
    }));
  };
  return async function* (after, through) {
    let next = page(after?.commit ?? -1n, through.commit);
    for (;;) {
      const facts = await next;
      const more = facts.length === PAGE;
      if (more) next = page(facts.at(-1)!.position.commit, through.commit);
      next.catch(() => undefined); // it is awaited, unless the reader leaves early
      if (facts.length) yield facts;
      if (!more) return;
    }
  };
}

/** The event store's facts of the streams that begin with one of the prefixes. */
export function fromStore(store: EventStore, streams: readonly string[]): FactSource {
  return async function* (after, through) {
    let page: RecordedFact[] = [];
    for await (const fact of store.readAll({ after })) {
      if (comparePositions(fact.position, through) > 0) break;
      if (fact.type === HEARTBEAT || !streams.some((prefix) => fact.stream.startsWith(prefix))) continue;
      page.push(fact);
      if (page.length < PAGE) continue;
      yield page;
      page = [];
    }
    if (page.length) yield page;
  };
}
