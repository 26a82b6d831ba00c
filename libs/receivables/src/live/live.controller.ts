import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusals } from '@quittance/http';
import { ApiParameters, asPosition, asWhole, readQuery } from '@quittance/reading';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventStream } from './event-stream.js';
import { LIVE_EXAMPLE, NEXT_ANSWER } from './live.answers.js';
import { LiveFeed, type Looked } from './live.feed.js';

type Raw = Record<string, unknown>;

/** A token is asked for again after this long: the stream ends, and the caller comes back with the last id. */
const LONGEST_SECONDS = 600;
const LONGEST_WAIT = 25;

const STREAM = {
  seconds: asWhole('ends after so many seconds', 1, LONGEST_SECONDS, '60'),
};
const NEXT = {
  after: asPosition('answers when facts after this position are in the tables; without it those of now'),
  wait: asWhole('answers after so many seconds anyway', 0, LONGEST_WAIT, String(LONGEST_WAIT)),
};

@ApiTags('Live')
@Controller('v1/live')
export class LiveController {
  constructor(private readonly feed: LiveFeed) {}

  @Get()
  @ApiOperation({
    summary: 'What changes, as it changes (server-sent events)',
    description:
      '`changed` has the position up to which the tables are filled (also as `id`) and what facts since the event before touched: ' +
      'ids, or `many` of more than 100. `standing` says how the read side stands: at first, with what changed, when that changes, and each second while it is stale. A comment comes every 15 s. ' +
      'Send `Last-Event-ID` to go on where an earlier stream ended. It ends after 10 minutes at the latest, and when the process stops.',
  })
  @ApiParameters(STREAM)
  @ApiOkResponse({
    description: 'Events, until it ends.',
    content: { 'text/event-stream': { schema: { type: 'string' }, example: LIVE_EXAMPLE } },
  })
  @Refusals('invalid', 'too-many-listeners')
  async stream(
    @Query() query: Raw,
    @Headers('last-event-id') last: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { seconds = LONGEST_SECONDS } = readQuery(query, STREAM);
    const first = await this.feed.now();
    const from = last !== undefined && /^\d{1,18}$/.test(last) ? BigInt(last) : first.position;
    const events = new EventStream(this.feed, from);
    const end = this.feed.listen({
      actor: request.actor?.id ?? '',
      heard: (looked) => events.heard(looked),
      over: () => events.end(),
    });
    events.open(reply, { seconds, first, end });
  }

  @Get('next')
  @ApiOperation({
    summary:
      'What changed after a position: the same without a stream, where something between buffers those',
    description: 'Waits for a change. Ask again with `after` from `position`.',
  })
  @ApiParameters(NEXT)
  @ApiOkResponse({
    description: 'What changed, or nothing in time.',
    content: { 'application/json': NEXT_ANSWER },
  })
  @Refusals('invalid', 'too-many-listeners')
  async next(@Query() query: Raw, @Req() request: FastifyRequest): Promise<object> {
    const { after, wait = LONGEST_WAIT } = readQuery(query, NEXT);
    const now = await this.feed.now();
    const from = after ?? now.position;
    const looked = now.position > from || wait === 0 ? now : await this.later(from, wait, request, now);
    const changed = await this.feed.changed(from, looked.position);
    return { position: String(looked.position), ...changed, standing: looked.standing };
  }

  /** The first look beyond the position, or the last one in time. */
  private later(from: bigint, wait: number, request: FastifyRequest, now: Looked): Promise<Looked> {
    return new Promise((resolve) => {
      let latest = now;
      const done = (): void => {
        clearTimeout(timer);
        end();
        resolve(latest);
      };
      const end = this.feed.listen({
        actor: request.actor?.id ?? '',
        heard: (looked) => {
          latest = looked;
          if (looked.position > from) done();
        },
        over: done,
      });
      const timer = setTimeout(done, wait * 1_000);
      request.raw.once('close', done);
    });
  }
}
