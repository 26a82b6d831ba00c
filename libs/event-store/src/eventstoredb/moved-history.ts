import { StoreUnavailableError } from '../event-store.js';
import type { Position, RecordedFact } from '../fact.js';
import { addressFor } from './addresses.js';
import { Connection } from './connection.js';
import { readFailure } from './errors.js';
import { received } from './streaming-call.js';
import { readLast } from './read-request.js';
import { Checkpoints } from './checkpoints.js';

/** The stream whose metadata says that this store's history was moved here from another; it holds no facts itself. */
const MOVED_HISTORY = 'quittance-history';

/** What it says. Positions are decimal texts. */
export interface MovedHistory {
  /** `moving` until everything was copied and compared: nobody may use the store before. */
  state: 'moving' | 'moved';
  /** The position of the last fact that was moved: in the store it came from, and in this one. */
  end: string;
  here: string;
}

/**
 * The positions that everybody sees. A fact that was moved here keeps the position that it had (`$origin`), so that
 * every stored question is answered as before; those written since go on after the last of them. A store whose
 * history began in it shows its own positions. Only this axis knows the difference.
 */
export class PositionAxis {
  private loading: Promise<void> | undefined;
  private moved: { end: bigint; here: bigint } | undefined;
  private readonly checkpoints = new Checkpoints();

  /** @param own everything as the store itself numbers it: for who moves a history */
  constructor(
    private readonly connection: Connection,
    private readonly timeout: number,
    private readonly own = false,
  ) {}

  /** Once a connection. @throws StoreUnavailableError also while a history is being moved into the store */
  load(): Promise<void> | undefined {
    if (this.own) return undefined;
    return (this.loading ??= this.read().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    }));
  }

  private async read(): Promise<void> {
    const said = await movedHistory(this.connection, this.timeout);
    if (said?.state === 'moving') {
      throw new StoreUnavailableError('a history is being moved into the event store: it is not whole yet');
    }
    if (said) this.moved = { end: BigInt(said.end), here: BigInt(said.here) };
  }

  /** The fact at the position that everybody sees. */
  shown(fact: RecordedFact): RecordedFact {
    if (!this.moved) return fact;
    const own = fact.position.commit;
    // What came after the moved ones was not moved, whatever it says.
    const origin = own > this.moved.here ? undefined : fact.metadata.$origin?.position;
    const commit = origin === undefined ? this.moved.end + own : BigInt(origin);
    if (commit <= this.moved.end) this.checkpoints.pass(commit, own);
    return { ...fact, position: { commit, prepare: commit } };
  }

  /** A position that the store answered: of a moved fact no more than that it is one. */
  answered(position: Position): Position {
    if (!this.moved) return position;
    const { end, here } = this.moved;
    const commit = position.commit <= here ? end : end + position.commit;
    return { commit, prepare: commit };
  }

  /** A place at or before `after` in the store's own numbers; undefined for its start. Facts up to `after` follow. */
  before(after: Position | undefined): Position | undefined {
    if (!after || !this.moved) return after;
    const { end, here } = this.moved;
    // Facts written since lie behind the moved ones here, whatever place was seen in the store they came from.
    const since = after.commit - end > here ? after.commit - end : here;
    const own = after.commit > end ? since : this.checkpoints.before(after.commit);
    return own === undefined ? undefined : { commit: own, prepare: own };
  }

  /** Whether the fact came only because nobody knew where `after` is here. */
  isPassed({ position }: RecordedFact, after: Position | undefined): boolean {
    return !!this.moved && !!after && position.commit <= after.commit;
  }
}

/** What the store says of a history that was moved into it; undefined: none was. */
async function movedHistory(connection: Connection, timeout: number): Promise<MovedHistory | undefined> {
  const stream = `$$${MOVED_HISTORY}`;
  for await (const heard of received(connection, () => readLast(stream), timeout, stream)) {
    for (const { event } of heard) if (event) return event.data as unknown as MovedHistory;
  }
  return undefined;
}

/** Lets the one who moves a history say how far it is. */
export class MovedHistoryMark {
  private readonly connection: Connection;

  constructor(url: string) {
    this.connection = new Connection(addressFor(url, 'reads'));
  }

  /** @throws StoreUnavailableError */
  read(): Promise<MovedHistory | undefined> {
    return movedHistory(this.connection, 10_000);
  }

  /** @throws StoreUnavailableError */
  async write(said: MovedHistory): Promise<void> {
    try {
      await this.connection.client.setStreamMetadata(MOVED_HISTORY, { ...said });
    } catch (error) {
      throw readFailure(error, MOVED_HISTORY, 'write the metadata of');
    }
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}
