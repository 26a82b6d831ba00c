import type { EventStore, Position, RecordedFact } from '@quittance/event-store';
import { type Pool, escapeLiteral } from 'pg';
import { arrayOf } from '../arrays.js';
import { HEARTBEAT } from '../heartbeat.js';
import { comparePositions } from '../state.js';
import { copyOut } from './copy-out.js';
import { MIRROR_COLUMNS, type MirrorFact, mirrorFact } from './mirror-fact.js';

/** Facts in one page: what is held in memory beside the rows. */
const PAGE = 300;

/** Where a rebuild reads from: pages of facts after one position up to another, in commit order. */
export type FactSource = (
  after: Position | undefined,
  through: Position,
) => AsyncIterable<readonly RecordedFact[]>;

/** The mirror's facts of these types, the next page on its way while one is worked on. */
export function fromMirror(pool: Pool, types: readonly string[]): FactSource {
  const page = async (after: bigint, through: bigint): Promise<MirrorFact[]> => {
    const facts: MirrorFact[] = [];
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await copyOut(
        client,
        `select ${MIRROR_COLUMNS} from mirror.facts where position > ${after} and position <= ${through}
           and type = any(${escapeLiteral(arrayOf(types, (type) => type))}) order by position limit ${PAGE}`,
        (bytes, offset) => facts.push(mirrorFact(bytes, offset)),
      );
    } catch (error) {
      broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
    return facts;
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

/** The event store's facts of the streams that begin with one of the prefixes, and all heartbeats. */
export function fromStore(store: EventStore, streams: readonly string[]): FactSource {
  return async function* (after, through) {
    let page: RecordedFact[] = [];
    for await (const fact of store.readAll({ after })) {
      if (comparePositions(fact.position, through) > 0) break;
      if (fact.type !== HEARTBEAT && !streams.some((prefix) => fact.stream.startsWith(prefix))) continue;
      page.push(fact);
      if (page.length < PAGE) continue;
      yield page;
      page = [];
    }
    if (page.length) yield page;
  };
}
