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
import { type TouchedStep, TouchedStreamsQueries } from './touched-streams.queries.js';
import { VerificationQueries, type VerificationStep } from './verification.queries.js';

/** What a cursor of the heads belongs to. */
const HEADS = 'log-heads';
const LIMIT = 2_000;
const MOST = 10_000;
const HASH = '3a5c2f0f5f1d6c0b7e9a3d1c2b4f6a8091b3d5f7e9c1a3b5d7f901234567890a';
const HEAD = { position: '48213', facts: '5120', streams: '840', hash: HASH };

const EXAMPLE: VerificationStep = {
  position: '48213',
  done: true,
  facts: 1204,
  head: HEAD,
  totals: [],
  macs: { facts: 1204, after: '17', unknownKeys: [] },
  found: [],
};

const TOUCHED: TouchedStep = {
  position: '48213',
  done: true,
  found: [{ stream: 'invoice-0d5e4a3e-0f53-5b6e-9f0a-2f1c5d7e9b11', what: 'it was deleted' }],
};

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
    example: {
      items: [{ stream: 'log-heads-main', revision: '0', ...HEAD, recordedOn: '2026-03-01' }],
      next: null,
    },
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
    example: TOUCHED,
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
    example: EXAMPLE,
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
