import { CHAIN_START, type ChainEnd, type RecordedFact, verify } from '@quittance/event-store';
import canonicalize from 'canonicalize';
import type { Differences } from './differences.js';
import type { MirrorRow } from './read-side.js';

/** Fact by fact, in the order of the log: every stream goes on without a gap, every chain holds, no fact is there twice, the mirror agrees. */
export class LogCheck {
  private readonly chains = new Map<string, ChainEnd>();
  private readonly ids = new Map<string, string>();
  private next: MirrorRow | undefined;
  private recordedMax = new Date(0);
  facts = 0;

  constructor(
    private readonly mirror: AsyncGenerator<MirrorRow, void, void>,
    private readonly differences: Differences,
  ) {}

  async fact(fact: RecordedFact): Promise<void> {
    this.facts += 1;
    this.link(fact);
    const where = `${fact.stream} ${fact.revision}`;
    // An id is made of the command and the place in it: the same one again is a command done twice.
    const before = this.ids.get(fact.id);
    if (before) this.differences.add(`${where}: the fact ${fact.id} was stored before, as ${before}`);
    this.ids.set(fact.id, where);
    const row = await this.mirrored(fact.position.commit);
    if (!row) return this.differences.add(`mirror.facts lacks ${where} at ${fact.position.commit}`);
    const recorded = fact.metadata.$origin?.recordedAt;
    const is: Record<string, unknown> = {
      ...{ position: fact.position.commit, prepare: fact.position.prepare },
      ...{ stream: fact.stream, revision: fact.revision, id: fact.id, type: fact.type },
      ...{ data: canonicalize(fact.data), metadata: canonicalize(fact.metadata) },
      recorded_at: recorded ?? fact.recordedAt.toISOString(),
    };
    const mirrored: Record<string, unknown> = {
      ...row,
      ...{ data: canonicalize(JSON.parse(row.data)), metadata: canonicalize(JSON.parse(row.metadata)) },
      recorded_at: row.recorded_at.toISOString(),
    };
    for (const [column, value] of Object.entries(is)) {
      if (String(value) === String(mirrored[column])) continue;
      this.differences.add(
        `mirror.facts ${where} ${column}: store ${String(value)}, mirror ${String(mirrored[column])}`,
      );
    }
    if (row.recorded_max < this.recordedMax || row.recorded_max < row.recorded_at)
      this.differences.add(`mirror.facts ${where} recorded_max: it goes back`);
    this.recordedMax = row.recorded_max;
  }

  /** After the last fact. @param revisions how far the read side says that each stream has come */
  async end(revisions: ReadonlyMap<string, bigint>): Promise<void> {
    await this.mirrored(undefined);
    for (const [stream, { revision }] of this.chains)
      this.differences.same(`projector.streams ${stream} revision`, revision, revisions.get(stream));
    this.differences.same('projector.streams count', this.chains.size, revisions.size);
  }

  get streams(): number {
    return this.chains.size;
  }

  /** The mirror's fact at that place; what it has before it, or after the end, is not in the store. */
  private async mirrored(position: bigint | undefined): Promise<MirrorRow | undefined> {
    for (;;) {
      this.next ??= (await this.mirror.next()).value ?? undefined;
      const row = this.next;
      if (!row || (position !== undefined && row.position > position)) return undefined;
      this.next = undefined;
      if (row.position === position) return row;
      this.differences.add(`mirror.facts ${row.stream} ${row.revision}: not in the store`);
    }
  }

  private link(fact: RecordedFact): void {
    const end = this.chains.get(fact.stream) ?? CHAIN_START;
    try {
      this.chains.set(fact.stream, verify(end, fact));
    } catch (error) {
      this.differences.add((error as Error).message);
      this.chains.set(fact.stream, { revision: fact.revision, hash: fact.metadata.hash });
    }
  }
}
