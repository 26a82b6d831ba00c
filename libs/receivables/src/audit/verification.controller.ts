import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AFTER,
  Answer,
  asPosition,
  asText,
  asWhole,
  cursorFrom,
  PAGING,
  readCursor,
  readQuery,
  ReadRoute,
} from '@quittance/reading';
import { TouchedStreamsQueries } from './touched-streams.queries.js';
import { HASH, HEADS_ANSWER, STEP_ANSWER, TOUCHED_ANSWER } from './verification.answers.js';
import { VerificationQueries } from './verification.queries.js';

/** What a cursor of the heads belongs to. */
const HEADS = 'log-heads';
const LIMIT = 2_000;
const MOST = 10_000;
const PARAMETERS = {
  past: asPosition('facts after this position; from the first without it'),
  through: asPosition('facts up to this position; as far as is projected without it'),
  limit: asWhole('facts in a step', 1, MOST, '2000'),
  facts: asPosition('of the head that the step before answered'),
  streams: asPosition('of the head that the step before answered'),
  hash: asText('of the head that the step before answered', HASH),
};

@ApiTags('Audit')
@Controller('v1/audit')
export class VerificationController {
  constructor(
    private readonly verification: VerificationQueries,
    private readonly touched: TouchedStreamsQueries,
  ) {}

  @Get('heads')
  @ReadRoute({
    summary: 'The heads of the log as they were recorded day by day',
    parameters: PAGING,
    ...HEADS_ANSWER,
  })
  async heads(@Query() query: Record<string, unknown>): Promise<Answer> {
    const { limit = PAGING.limit.standard, cursor } = readQuery(query, { ...PAGING, ...AFTER });
    const { after, pinned } = cursor === undefined ? { after: [] } : readCursor(HEADS, cursor);
    const first = after[0] === undefined ? undefined : BigInt(after[0]);
    const { items, next, through } = await this.verification.heads(limit, first, pinned?.through);
    const goesOn = next !== null && { after: [String(next)], pinned: { through } };
    return new Answer({ items, next: goesOn ? cursorFrom(HEADS, goesOn) : null });
  }

  @Get('touched-streams')
  @ReadRoute({
    summary: 'A step through the store: streams of facts that were deleted, cut or given metadata',
    description:
      'None ever should be. Looks for at most 2 s; the next step takes `past` from `position`, until `done`. ' +
      'Positions are those of the store itself.',
    parameters: { past: asPosition('looks after this position; from the beginning without it') },
    ...TOUCHED_ANSWER,
  })
  async touchedStreams(@Query() query: Record<string, unknown>): Promise<Answer> {
    const { past } = readQuery(query, { past: PARAMETERS.past, ...AFTER });
    return new Answer(await this.touched.step(past));
  }

  @Get('verification')
  @ReadRoute({
    summary: 'A step of a verification: facts of the store against their hashes, MACs, chains and the mirror',
    description:
      'Reads at most `limit` facts, heartbeats included. The next step takes `past` from `position`, and `facts`, `streams` and `hash` ' +
      'from `head`, until `done`. `quittance check --deep` does all steps.',
    parameters: PARAMETERS,
    ...STEP_ANSWER,
  })
  async step(@Query() query: Record<string, unknown>): Promise<Answer> {
    const {
      past,
      through,
      limit = LIMIT,
      facts,
      streams,
      hash,
    } = readQuery(query, { ...PARAMETERS, ...AFTER });
    const head =
      past !== undefined && facts !== undefined && streams !== undefined && hash !== undefined
        ? { position: { commit: past, prepare: past }, facts, streams, hash }
        : undefined;
    return new Answer(await this.verification.step({ past, through, limit, head }));
  }
}
