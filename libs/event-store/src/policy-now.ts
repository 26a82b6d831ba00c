import { type Policy, UNLIMITED } from '@quittance/kernel';
import type { PolicySource } from './command-route.js';
import type { Folded, FoldedStreams } from './folded-streams.js';

/** Milliseconds for which what was read of the settings will do for rules that bound every command. */
const RECENT = 1_000;

/** The entity's limits; unlimited where none were ever set, or nothing keeps any. */
export class PolicyReader {
  private last: Policy = UNLIMITED;
  private lookedAt = -Infinity;
  private looking?: Promise<unknown>;

  constructor(
    private readonly streams: FoldedStreams,
    private readonly parts: { policy?: PolicySource; entity: string },
  ) {}

  /** As they stand now. */
  async now(): Promise<Policy> {
    const { policy } = this.parts;
    if (!policy) return UNLIMITED;
    const folded = await this.streams.latest(policy.folding, this.streamOf(policy));
    this.lookedAt = performance.now();
    return (this.last = asPolicy(policy, folded));
  }

  /**
   * As they stood a second ago at the most; what this process set itself holds at once. For rules that bound every command,
   * so that these do not read the settings each.
   */
  async recent(): Promise<Policy> {
    const { policy } = this.parts;
    if (!policy) return UNLIMITED;
    if (performance.now() - this.lookedAt > RECENT)
      await (this.looking ??= this.now().finally(() => (this.looking = undefined)));
    const kept = this.streams.cached(policy.folding, this.streamOf(policy));
    // Pushed out of memory by other streams, they are still what was read.
    return kept ? asPolicy(policy, kept) : this.last;
  }

  private streamOf({ folding }: PolicySource): string {
    return `${folding.category}-${this.parts.entity}`;
  }
}

const asPolicy = (policy: PolicySource, { state, end }: Folded): Policy =>
  end.revision === 'none'
    ? UNLIMITED
    : { revision: end.revision, limits: policy.limits(state), duties: policy.duties?.(state) };
