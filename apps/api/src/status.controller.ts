import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { readQuery } from '@quittance/reading';
import { type Standing, StandingWatch } from '@quittance/read-model';

const EXAMPLE = {
  eventStore: { answers: true, position: '184467' },
  database: { answers: true },
  projector: {
    position: '184460',
    facts: '1204',
    heartbeatSeconds: 2.4,
    subscribed: true,
    completeThrough: '2026-03-31T08:00:00.000Z',
    lag: { facts: 2, estimated: false, seconds: 0.02 },
  },
  projections: [{ name: 'invoices', version: '9f2c61d0', since: '2026-03-01T08:00:00.000Z', parked: 1 }],
  parkedStreams: 1,
  rebuilds: [
    {
      id: '4',
      projections: ['invoices'],
      status: 'building',
      factsDone: '600',
      factsToDo: '1204',
      startedAt: '2026-03-31T08:00:00.000Z',
      silentSeconds: 0.2,
      projectorWaits: true,
    },
  ],
  counts: { projector: { batches: '801', skipped: '0' }, reactor: {} },
};

@ApiTags('Health')
@Controller('v1/status')
export class StatusController {
  constructor(private readonly watch: StandingWatch) {}

  @Get()
  @ApiOperation({
    summary: 'How the installation stands: stores, projections, lag, parked streams, rebuilds',
    description: 'Answers 200 also when a store does not: then it says so, and what is not known is null.',
  })
  @ApiOkResponse({ schema: { type: 'object', example: EXAMPLE } })
  async status(@Query() query: Record<string, unknown>): Promise<typeof EXAMPLE | object> {
    readQuery(query, {});
    return shown(await this.watch.look());
  }
}

/** Positions and counts as decimal texts, instants in UTC. */
function shown({ end, readSide, lag }: Standing): object {
  const { projector } = readSide ?? {};
  return {
    eventStore: { answers: end !== undefined, position: end?.at ? String(end.at.commit) : null },
    database: { answers: readSide !== undefined },
    projector: projector
      ? {
          position: String(projector.checkpoint?.commit ?? 0n),
          facts: String(projector.facts),
          heartbeatSeconds: readSide?.beatSeconds ?? null,
          subscribed: projector.subscribed,
          completeThrough: projector.completeThrough?.toISOString() ?? null,
          lag: lag ?? null,
        }
      : null,
    projections: readSide?.projections ?? [],
    parkedStreams: readSide?.parkedStreams ?? null,
    rebuilds: (readSide?.rebuilds ?? []).map(({ id, factsDone, factsToDo, ...rest }) => ({
      id: String(id),
      ...rest,
      factsDone: String(factsDone),
      factsToDo: String(factsToDo),
    })),
    counts: countsOf(readSide?.counts ?? []),
  };
}

function countsOf(counts: readonly { process: string; name: string; value: bigint }[]): object {
  const of: Record<string, Record<string, string>> = { projector: {}, reactor: {} };
  for (const { process, name, value } of counts) (of[process] ??= {})[name] = String(value);
  return of;
}
