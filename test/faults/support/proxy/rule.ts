import { until } from '../until.js';
import type { Fault } from './faults.js';
import type { Method, Reply } from './replies.js';

export interface When {
  method: Method;
  /** Only such messages count. Default: all from the node on that method. */
  where?: (reply: Reply) => boolean;
  /** It strikes at the nth message that counts, from 1. Default 1. */
  nth?: number;
  /** And at so many in all, one after the other. Default 1; `Infinity`: until it is lifted. */
  times?: number;
  /** Then again at every so many messages that count. */
  every?: number;
}

/** A fault that waits for its moment. It counts how often it really struck: a test asserts that it did. */
export class Rule {
  fired = 0;
  private counted = 0;
  private lifted = false;

  constructor(
    private readonly when: When,
    private readonly fault: Fault,
  ) {}

  /** Whether the fault strikes at this message. */
  strikes(method: Method, reply: () => Reply): Fault | undefined {
    const { where, nth = 1, times = 1, every = 1 } = this.when;
    if (this.lifted || method !== this.when.method || this.fired >= times) return undefined;
    if (where && !where(reply())) return undefined;
    this.counted += 1;
    if (this.counted < nth || (this.counted - nth) % every !== 0) return undefined;
    this.fired += 1;
    return this.fault;
  }

  /** Resolves when it has struck so often. @throws Error when it does not come to that */
  async struck(times = 1): Promise<void> {
    const what = `the fault strikes ${this.when.method} (${times}x)`;
    await until(what, () => this.fired >= times);
  }

  lift(): void {
    this.lifted = true;
  }
}
