import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { LiveFeed, Looked, StandingNow } from './live.feed.js';

const BEAT_MS = 15_000;
/** Bytes that may wait for a slow reader: beyond them it is cut off, and comes again with its last id. */
const MOST_WAITING = 64 * 1024;

/** One stream of server-sent events. */
export class EventStream {
  private raw?: ServerResponse;
  private standing?: string;
  private telling = Promise.resolve();
  private timers: NodeJS.Timeout[] = [];
  private ended = false;

  /** @param told facts up to this position are known to the reader */
  constructor(
    private readonly feed: Pick<LiveFeed, 'changed'>,
    private told: bigint,
  ) {}

  /** Takes the answer over. @param end says that nobody listens any more */
  open(
    reply: FastifyReply,
    { seconds, first, end }: { seconds: number; first: Looked; end: () => void },
  ): void {
    const headers = reply.getHeaders();
    reply.hijack();
    // Gone before it began: no further sign of that comes.
    if (reply.raw.closed) return end();
    this.raw = reply.raw;
    this.raw.once('close', () => {
      this.ended = true;
      for (const timer of this.timers) clearTimeout(timer);
      end();
    });
    this.raw.writeHead(200, {
      ...(headers as Record<string, string>),
      'Content-Type': 'text/event-stream; charset=utf-8',
      // What lies between must not collect it.
      'X-Accel-Buffering': 'no',
    });
    this.timers = [
      setInterval(() => this.write(': beat\n\n'), BEAT_MS),
      setTimeout(() => this.end(), seconds * 1_000),
    ];
    this.write(`retry: 2000\n\n`);
    this.heard(first);
  }

  /** One thing after the other: what is told is told once. */
  heard(looked: Looked): void {
    this.telling = this.telling.then(() => this.tell(looked)).catch(() => this.end());
  }

  end(): void {
    this.ended = true;
    this.raw?.end();
  }

  private async tell({ position, standing }: Looked): Promise<void> {
    if (this.ended) return;
    if (position > this.told) {
      const changed = await this.feed.changed(this.told, position);
      this.told = position;
      // Signs of life move the position, and nothing else.
      if (changed.reports) {
        this.event('changed', { position: String(position), ...changed }, String(position));
        this.standing = undefined;
      }
    }
    const shape = standingOf(standing);
    if (shape === this.standing) return;
    this.standing = shape;
    this.event('standing', standing);
  }

  private event(name: string, data: object, id?: string): void {
    this.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  private write(text: string): void {
    if (this.ended || !this.raw) return;
    this.raw.write(text);
    if (this.raw.writableLength > MOST_WAITING) this.raw.destroy();
  }
}

/** What of it is worth telling: whether it is stale and how much is parked; how far it is behind only while it is, second by second. */
const standingOf = ({ stale, parked, behindMs }: StandingNow): string =>
  JSON.stringify([stale, parked, behindMs === null, stale && Math.floor((behindMs ?? 0) / 1_000)]);
