import type { EventStore, LogHead, Position, RecordedFact } from '@quittance/event-store';
import type { LogHeadFacts } from '../audit/log-head.events.js';
import { logHeadStream } from '../streams.js';
import { placeOf } from './malformed-fact.js';

/** The log is not what its recorded heads say: nothing is signed. */
export class LogHeadError extends Error {
  override name = 'LogHeadError';
}

/** The heads that were recorded day by day, against the log as it is read on. */
export class RecordedHeads {
  private readonly now = new Map<string, LogHead>();

  /** @param waiting positions that heads were recorded for, and where the log has not come to yet */
  private constructor(private readonly waiting: Set<string>) {}

  static async of(store: EventStore, entity: string, through: Position): Promise<RecordedHeads> {
    const positions = new Set<string>();
    for await (const fact of store.read(logHeadStream(entity))) {
      if (fact.type === 'MacBegun') continue;
      const position = statedPosition(fact.data);
      if (position === undefined) throw new LogHeadError(`${placeOf(fact)}: it states no position`);
      if (position <= through.commit) positions.add(String(position));
    }
    return new RecordedHeads(positions);
  }

  /** Whether a head was recorded for the log up to this fact. */
  has({ position: { commit } }: RecordedFact, head: LogHead | undefined): boolean {
    if (head?.position.commit !== commit || !this.waiting.delete(String(commit))) return false;
    this.now.set(String(commit), head);
    return true;
  }

  /** What a fact recorded is what the log before it is now. @throws LogHeadError */
  mustAgree(fact: RecordedFact): void {
    if (fact.type !== 'LogHeadRecorded') return;
    const stated = (fact.data ?? {}) as unknown as LogHeadFacts['LogHeadRecorded'];
    const head = this.now.get(stated.position);
    if (!head) {
      throw new LogHeadError(
        `${placeOf(fact)}: the log before it has no head at position ${stated.position}`,
      );
    }
    const { facts, streams, hash } = head;
    if (stated.hash === hash && stated.facts === String(facts) && stated.streams === String(streams)) return;
    throw new LogHeadError(
      `the log up to position ${stated.position} is not the one whose head was recorded on ${stated.recordedOn}: ` +
        `${facts} facts in ${streams} streams now, ${stated.facts} in ${stated.streams} then`,
    );
  }

  /** @throws LogHeadError */
  mustAllBeThere(): void {
    const [missed] = this.waiting;
    if (missed !== undefined)
      throw new LogHeadError(`the log has no fact at position ${missed}, which was its head`);
  }
}

/** Of a head that somebody may have changed. */
function statedPosition(head: unknown): bigint | undefined {
  const { position } = (head ?? {}) as { position?: unknown };
  return typeof position === 'string' && /^\d+$/.test(position) ? BigInt(position) : undefined;
}
