import { Controller, Get, Inject, Redirect } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { EventStore } from '@quittance/event-store';
import { ProblemError, ProjectorWatch } from '@quittance/http';
import { EVENT_STORE } from '@quittance/receivables';

const PATIENCE_MS = 2_000;
/** The projector beats every ten seconds. */
const SILENT_MS = 30_000;

@ApiTags('Health')
@Controller()
export class HealthController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly projector: ProjectorWatch,
  ) {}

  @Get()
  @Redirect('/docs')
  @ApiExcludeEndpoint()
  root(): void {}

  @Get('health/live')
  @ApiOperation({ summary: 'Whether the process answers' })
  @ApiResponse({ status: 200, schema: { example: { status: 'live' } } })
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('health/ready')
  @ApiOperation({ summary: 'Whether writes and reads can be served: event store, database, projector' })
  @ApiResponse({ status: 200, schema: { example: { status: 'ready' } } })
  @ApiResponse({ status: 503, description: '`not-ready`: `detail` names what is missing' })
  async ready(): Promise<{ status: string }> {
    const reasons = (await Promise.all([this.storeReason(), this.readModelReason()])).filter(Boolean);
    if (reasons.length === 0) return { status: 'ready' };
    throw new ProblemError(503, 'not-ready', reasons.join(' '), [], { 'Retry-After': '2' });
  }

  private async storeReason(): Promise<string | undefined> {
    const answered = await inTime(this.store.end());
    return answered ? undefined : 'The event store does not answer.';
  }

  private async readModelReason(): Promise<string | undefined> {
    const state = await inTime(this.projector.state());
    if (!state) return 'The database does not answer.';
    const silence = state.value.beatAt ? Date.now() - state.value.beatAt.getTime() : Infinity;
    if (silence < SILENT_MS) return undefined;
    return state.value.beatAt
      ? `The projector has been silent for ${Math.round(silence / 1000)} s.`
      : 'The projector has not begun.';
  }
}

/** The answer, or undefined when it failed or did not come in time. */
async function inTime<T>(asked: Promise<T>): Promise<{ value: T } | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  try {
    return await Promise.race([asked.then((value) => ({ value })), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
