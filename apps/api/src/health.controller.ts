import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemError, Refusals } from '@quittance/http';
import type { FieldError } from '@quittance/kernel';
import { type Standing, StandingWatch, NEEDS_REBUILD } from '@quittance/read-model';
import { PROJECTIONS } from '@quittance/receivables';
import { LIVE_ANSWER, type Ready, READY_ANSWER } from './health.answers.js';

/** The projector beats every ten seconds. */
const SILENT_S = 30;
/** Facts wait some milliseconds. When one has waited for so long, readers would see too old a picture. */
const BEHIND_S = 60;

@ApiTags('Health')
@Controller()
export class HealthController {
  constructor(private readonly watch: StandingWatch) {}

  @Get('health/live')
  @ApiOperation({ summary: 'Whether the process answers' })
  @ApiOkResponse({ description: 'It does.', content: { 'application/json': LIVE_ANSWER } })
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('health/ready')
  @ApiOperation({
    summary:
      'Whether writes and reads can be served: event store, database, heartbeat, lag and tables of the projections',
    description: 'Parked streams are told and do not make it unready: everything else is current.',
  })
  @ApiOkResponse({ description: 'They can.', content: { 'application/json': READY_ANSWER } })
  @Refusals('not-ready')
  async ready(): Promise<Ready> {
    const standing = await this.watch.look();
    const reasons = reasonsOf(standing);
    if (reasons.length > 0) {
      const detail = reasons.map(({ hint }) => hint).join(' ');
      throw new ProblemError(503, 'not-ready', detail, reasons, { 'Retry-After': '2' });
    }
    const { projections, beatSeconds, parkedStreams } = standing.readSide!;
    const lag = standing.lag!;
    return {
      status: 'ready',
      projections: projections.map(({ name, parked }) => ({
        ...{ name, heartbeatSeconds: beatSeconds === undefined ? null : Math.round(beatSeconds) },
        ...{ lagFacts: lag.facts, lagSeconds: Math.round(lag.seconds), parked },
      })),
      parkedStreams,
    };
  }
}

/** What is missing: a pointer to the part, the rule it breaks, a sentence. */
function reasonsOf({ end, readSide, lag }: Standing): FieldError[] {
  const reasons: FieldError[] = [];
  const missing = (field: string, rule: string, hint: string): void =>
    void reasons.push({ field, rule, hint });
  if (!end) missing('/eventStore', 'answers', 'The event store does not answer.');
  if (!readSide) {
    missing('/database', 'answers', 'The database does not answer.');
    return reasons;
  }
  const { beatSeconds, projections, rebuilds } = readSide;
  const built = new Set(
    projections.filter(({ version }) => version !== NEEDS_REBUILD).map(({ name }) => name),
  );
  const unbuilt = PROJECTIONS.map(({ name }) => name).filter((name) => !built.has(name));
  if (unbuilt.length > 0) {
    const lacking = `The tables of ${unbuilt.join(', ')} lack facts and need a rebuild. Start a projector of this version: it rebuilds them.`;
    missing('/projections', 'built', lacking);
  }
  // The projector stands still while changed tables are rebuilt: the old ones answer, as they were.
  if (rebuilds.some((one) => one.projectorWaits && one.silentSeconds < BEHIND_S)) return reasons;
  if (beatSeconds === undefined) missing('/projector', 'heartbeat', 'The projector has not begun.');
  else if (beatSeconds >= SILENT_S) {
    missing('/projector', 'heartbeat', `The projector has been silent for ${Math.round(beatSeconds)} s.`);
  }
  if (lag && lag.seconds >= BEHIND_S) {
    const facts = `${lag.estimated ? 'about ' : ''}${lag.facts}`;
    const names = projections.map(({ name }) => name).join(', ');
    const behind = `${facts} facts wait, the first for ${Math.round(lag.seconds)} s, in the projections ${names}.`;
    missing('/projections', 'lag', behind);
  }
  return reasons;
}
