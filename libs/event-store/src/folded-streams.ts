import { type Folding, evolve } from '@quittance/kernel';
import { LRUCache } from 'lru-cache';
import type { EventStore } from './event-store.js';
import type { Position, RecordedFact } from './fact.js';
import { CHAIN_START, ChainBrokenError, type ChainEnd, follow } from './hash-chain.js';
import type { Vault } from './vault.js';

/** A stream folded up to a revision, with what the next append needs. `none` for a stream without facts. */
export interface Folded<State = unknown> {
  state: State;
  end: ChainEnd;
  position: Position;
  /** Revision of the first fact of each command that was ever stored in the stream. */
  commands: Map<string, bigint>;
  /** The instant at which the stream began, as its first fact states it; undefined: it states none. */
  statedSince?: string;
}

export interface FoldedStreamsOptions {
  /** Streams kept. */
  streams?: number;
  /** Streams and command ids kept in all. */
  size?: number;
  /** Milliseconds for which a state with opened personal data is kept. */
  openedFor?: number;
  /** Milliseconds for which the end that the store told is good, default 1,000. */
  endFor?: number;
}

/**
 * Folded states by stream, bounded; a stream is read on from where its state was left, so that the thousandth
 * command on it costs what the first did. What is kept is never the judge: the append's expected revision is.
 */
export class FoldedStreams {
  private readonly kept: LRUCache<string, Folded>;
  private readonly openedFor: number;
  private readonly endFor: number;
  private highest = 0n;
  private end?: Promise<void>;
  private askedAt = 0;

  constructor(
    private readonly store: EventStore,
    private readonly vault: Pick<Vault, 'decryptAll'>,
    { streams = 20_000, size = 200_000, openedFor = 30_000, endFor = 1_000 }: FoldedStreamsOptions = {},
  ) {
    this.kept = new LRUCache({
      max: streams,
      maxSize: size,
      sizeCalculation: ({ commands }) => 1 + commands.size,
    });
    this.openedFor = openedFor;
    this.endFor = endFor;
  }

  /** What is kept of the stream: right at some moment, perhaps overtaken since. */
  cached<State>(_folding: Folding<State>, stream: string): Folded<State> | undefined {
    return this.kept.get(stream) as Folded<State> | undefined;
  }

  /** Whether the stream has a fact, now or when it was last read. */
  async exists(stream: string): Promise<boolean> {
    if (this.kept.has(stream)) return true;
    for await (const _fact of this.store.read(stream)) return true;
    return false;
  }

  /** A stream without facts. */
  none<State>(folding: Folding<State>): Folded<State> {
    return {
      state: folding.initial,
      end: CHAIN_START,
      position: { commit: 0n, prepare: 0n },
      commands: new Map(),
    };
  }

  /** The stream as it stands now. @throws ChainBrokenError when a fact is missing or does not link to the one before */
  async latest<State>(folding: Folding<State>, stream: string): Promise<Folded<State>> {
    const kept = this.cached(folding, stream);
    if (!kept || kept.end.revision === 'none') return this.read(folding, stream);
    // The last fact is read once more: it must be the one that was folded, else what is kept is worth nothing.
    let folded = kept;
    let checked = false;
    for await (const facts of this.opened(folding, stream, kept.end.revision)) {
      for (const fact of facts) {
        if (checked) folded = step(folding, folded, fact);
        else if (fact.metadata.hash !== kept.end.hash) return this.read(folding, stream);
        checked = true;
      }
    }
    if (!checked) throw new ChainBrokenError(stream, kept.end.revision, 'the fact is missing');
    return this.keep(folding, stream, folded);
  }

  /** After an append of ours: the facts as decided, at the place that the store answered. */
  advance<State>(
    folding: Folding<State>,
    stream: string,
    folded: Folded<State>,
    facts: readonly RecordedFact[],
  ): Folded<State> {
    return this.keep(
      folding,
      stream,
      facts.reduce((before, fact) => step(folding, before, fact), folded),
    );
  }

  /**
   * The highest position known of the store: what this process has seen, and where the store ended a moment ago: others
   * write to it, too.
   */
  async seenUpTo(): Promise<bigint> {
    const now = performance.now();
    if (!this.end || now - this.askedAt >= this.endFor) {
      this.askedAt = now;
      this.end = this.store.end().then((position) => position && this.see(position));
    }
    try {
      await this.end;
    } catch (error) {
      this.end = undefined;
      throw error;
    }
    return this.highest;
  }

  private see({ commit }: Position): void {
    if (commit > this.highest) this.highest = commit;
  }

  private async read<State>(folding: Folding<State>, stream: string): Promise<Folded<State>> {
    let folded = this.none(folding);
    for await (const facts of this.opened(folding, stream, 0n)) {
      for (const fact of facts) folded = step(folding, folded, fact);
    }
    this.kept.delete(stream);
    return this.keep(folding, stream, folded);
  }

  /** The facts a page at a time, opened where the decider asks for it. */
  private async *opened(
    { opened }: Folding<unknown>,
    stream: string,
    from: bigint,
  ): AsyncIterable<readonly RecordedFact[]> {
    let page: RecordedFact[] = [];
    for await (const fact of this.store.read(stream, from)) {
      page.push(fact);
      if (page.length < PAGE) continue;
      yield opened ? await this.vault.decryptAll(page) : page;
      page = [];
    }
    if (page.length > 0) yield opened ? await this.vault.decryptAll(page) : page;
  }

  private keep<State>(folding: Folding<State>, stream: string, folded: Folded<State>): Folded<State> {
    if (folded.end.revision === 'none') return folded;
    this.see(folded.position);
    const kept = this.kept.get(stream);
    // Another reading may have come further meanwhile.
    if (!kept || kept.end.revision === 'none' || kept.end.revision <= folded.end.revision) {
      this.kept.set(stream, folded, folding.opened ? { ttl: this.openedFor } : undefined);
    }
    return folded;
  }
}

const PAGE = 100;

function step<State>(folding: Folding<State>, folded: Folded<State>, fact: RecordedFact): Folded<State> {
  const end = follow(folded.end, fact);
  const { commandId } = fact.metadata;
  // Shared with what was kept before: a command once stored stays stored.
  if (!folded.commands.has(commandId)) folded.commands.set(commandId, fact.revision);
  return {
    state: evolve(folding.evolve, folded.state, folding.upcast ? shaped(folding.upcast, fact) : fact),
    end,
    position: fact.position,
    commands: folded.commands,
    statedSince: folded.end.revision === 'none' ? fact.metadata.statedRecordedAt : folded.statedSince,
  };
}

/** In the shape of today; the hash was followed over what was stored. */
const shaped = (upcast: (fact: RecordedFact) => object, fact: RecordedFact) => ({
  type: fact.type,
  data: upcast(fact),
});
