import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusals } from '@quittance/http';
import { readQuery } from '@quittance/reading';
import { type Standing, StandingWatch } from '@quittance/read-model';
import { type Status, STATUS_ANSWER } from './health.answers.js';

@ApiTags('Health')
@Controller('v1/status')
export class StatusController {
  constructor(private readonly watch: StandingWatch) {}

  @Get()
  @ApiOperation({
    summary: 'How the installation stands: stores, projections, lag, parked streams, rebuilds',
    description: 'Answers 200 also when a store does not: then it says so, and what is not known is null.',
  })
  @ApiOkResponse({ description: 'As it stands.', content: { 'application/json': STATUS_ANSWER } })
  @Refusals('invalid')
  async status(@Query() query: Record<string, unknown>): Promise<Status> {
    readQuery(query, {});
    return shown(await this.watch.look());
  }
}

/** Positions and counts as decimal texts, instants in UTC. */
function shown({ end, readSide, lag }: Standing): Status {
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
    projections: (readSide?.projections ?? []).map(({ since, ...rest }) => ({
      ...rest,
      since: since.toISOString(),
    })),
    parkedStreams: readSide?.parkedStreams ?? null,
    rebuilds: (readSide?.rebuilds ?? []).map(({ id, factsDone, factsToDo, startedAt, ...rest }) => ({
      id: String(id),
      ...rest,
      factsDone: String(factsDone),
      factsToDo: String(factsToDo),
      startedAt: startedAt.toISOString(),
    })),
    counts: countsOf(readSide?.counts ?? []),
  };
}

function countsOf(counts: readonly { process: string; name: string; value: bigint }[]): Status['counts'] {
  const of: Record<string, Record<string, string>> = { projector: {}, reactor: {} };
  for (const { process, name, value } of counts) (of[process] ??= {})[name] = String(value);
  return of;
}
