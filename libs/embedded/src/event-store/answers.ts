import type { EventLog } from './event-log.js';
import { type ReadOptions, type Recorded, messages } from './protocol.js';
import { readResponse } from './read-response.js';
import { type StoredEvent, SYSTEM } from './stored-event.js';
import { firstReadable, isSoftDeleted } from './stream-metadata.js';
import type { LiveEvent } from './tail.js';

/** The message of an event, or how to come by it. */
export type Answer = Buffer | (() => Promise<Buffer>);

/** What a link holds. */
const LINK = /^(\d{1,16})@([^]+)$/;

/** How one reader wants events: ids as texts or as halves, links as they are or with what they lead to. */
export class Answers {
  private readonly halves: boolean;
  private readonly links: boolean;

  constructor(
    private readonly log: EventLog,
    { uuid, links }: ReadOptions,
  ) {
    this.halves = uuid?.form !== 'text';
    this.links = links;
  }

  of(event: StoredEvent): Answer {
    const link = this.links && event.type === SYSTEM.link && LINK.exec(event.data.toString());
    if (link) {
      const [, revision, stream] = link;
      const kept = copyOf(event);
      return async () =>
        message({ link: kept, event: await this.target(stream!, Number(revision)) }, this.halves);
    }
    return this.halves ? message({ event }, true) : readResponse(event);
  }

  ofLive(live: LiveEvent): Answer {
    return this.halves || live.event.type === SYSTEM.link ? this.of(live.event) : live.response;
  }

  /** What a link leads to; undefined when it is not there, or not readable any more. */
  private async target(stream: string, revision: number): Promise<StoredEvent | undefined> {
    const { last, tombstoned, metadata } = await this.log.stateOf(stream);
    const readable = !tombstoned && !isSoftDeleted(metadata) && revision >= firstReadable(metadata, last);
    if (!readable || revision > last) return undefined;
    const since = metadata.maxAge === undefined ? 0 : Date.now() - metadata.maxAge * 1000;
    const stretch = { stream, first: revision, last: revision };
    for await (const [event] of this.log.reader.pages(stretch, copyOf)) {
      return event && event.created >= since ? event : undefined;
    }
    return undefined;
  }
}

/** What is read lives in a buffer that is used again. */
const copyOf = (event: StoredEvent): StoredEvent => ({
  ...event,
  id: Buffer.from(event.id),
  data: Buffer.from(event.data),
  metadata: Buffer.from(event.metadata),
});

/** The forms that are rarely asked for, by way of the usual one. */
function message(of: { event?: StoredEvent; link?: StoredEvent }, halves: boolean): Buffer {
  const { position } = (of.link ?? of.event)!;
  const shown = (event?: StoredEvent): Recorded | undefined => {
    if (!event) return undefined;
    const { event: recorded } = messages.readResponse.decode(readResponse(event)).event!;
    return halves ? { ...recorded, id: { halves: halvesOf(event.id) } } : recorded;
  };
  return messages.readResponse.encode({
    event: { event: shown(of.event)!, link: shown(of.link), commit: position },
  });
}

/** As protobufjs takes numbers of 64 bits: in halves of their own. */
const halvesOf = (id: Buffer): { most: Bits; least: Bits } => ({
  most: { high: id.readInt32BE(0), low: id.readInt32BE(4), unsigned: false },
  least: { high: id.readInt32BE(8), low: id.readInt32BE(12), unsigned: false },
});
interface Bits {
  high: number;
  low: number;
  unsigned: boolean;
}
