import { Command } from 'commander';
import { type Answer, type ApiClient, bodyOf, problemOf, saying } from './client.js';
import { connect } from './connect.js';
import { EXIT } from './exit.js';
import { printLine, tableOf } from './terminal.js';

/** How the installation stands, as the API tells it. */
export interface Status extends Told {
  ready: boolean;
  /** What /health/ready says is missing; null when nothing is. */
  missing: string | null;
  /** Of the last fact projected. */
  position: string | null;
  /** The read model is known to be behind, or to leave something out. */
  stale: boolean;
}

/** `GET /v1/status`. What is not known is null. */
interface Told {
  eventStore: { answers: boolean; position: string | null };
  database: { answers: boolean };
  projector: {
    position: string;
    facts: string;
    heartbeatSeconds: number | null;
    subscribed: boolean;
    completeThrough: string | null;
    lag: { facts: number; estimated: boolean; seconds: number } | null;
  } | null;
  projections: { name: string; version: string; since: string; parked: number }[];
  parkedStreams: number | null;
  rebuilds: { id: string; projections: string[]; status: string; factsDone: string; factsToDo: string }[];
  counts: Record<string, Record<string, string>>;
}

export async function statusOf(api: ApiClient): Promise<Status> {
  const ready: Answer = await api.get('/health/ready', { patienceMs: 0 });
  const told = bodyOf<Told>(await api.get('/v1/status', { patienceMs: 0 }));
  return {
    ready: ready.status === 200,
    missing: ready.status === 200 ? null : (problemOf(ready).detail ?? saying(ready)),
    position: told.projector?.position ?? null,
    stale: isStale(told),
    ...told,
  };
}

/** The projector beats every ten seconds, and a fact waits some milliseconds: more means that something stands still. */
function isStale({ projector, parkedStreams }: Told): boolean {
  if (!projector?.lag || projector.heartbeatSeconds === null) return true;
  return projector.lag.seconds > 2 || projector.heartbeatSeconds > 15 || parkedStreams !== 0;
}

export const statusCommand = (): Command =>
  new Command('status')
    .description('How the installation stands; exit 1 when it is not ready, behind, or leaves something out')
    .option('--json', 'one line of JSON')
    .addHelpText(
      'after',
      `
The stores, the projections with version, lag and heartbeat, parked streams and rebuilds: what /metrics tells, for
people.

Example:
  npm run -s quittance -- status`,
    )
    .action(async ({ json }: { json?: boolean }) => {
      const api = await connect(['analyst']);
      try {
        const status = await statusOf(api);
        if (json) await printLine(JSON.stringify(status));
        else for (const line of linesOf(status)) await printLine(line);
        process.exitCode = status.ready && !status.stale ? EXIT.done : EXIT.found;
      } finally {
        await api.close();
      }
    });

/** For people. */
export function linesOf(status: Status): string[] {
  const { eventStore, database, projector, projections, parkedStreams, rebuilds } = status;
  const answers = (is: boolean): string => (is ? 'answers' : 'does not answer');
  const lag = projector?.lag;
  const about = lag?.estimated ? 'about ' : '';
  return [
    status.ready ? 'ready' : `not ready: ${status.missing ?? 'unknown'}`,
    `event store  ${answers(eventStore.answers)}${eventStore.position ? `, log head at ${eventStore.position}` : ''}`,
    `database     ${answers(database.answers)}`,
    ...(projector
      ? [
          `projector    at ${projector.position}, ${projector.facts} facts, heartbeat ${ago(projector.heartbeatSeconds)}`,
          `lag          ${lag ? `${about}${lag.facts} facts, ${lag.seconds.toFixed(1)} s` : 'unknown'}`,
        ]
      : []),
    `parked       ${parkedStreams === null ? 'unknown' : parked(parkedStreams)}`,
    ...rebuilds.map(
      ({ projections: of, status: now, factsDone, factsToDo }) =>
        `rebuild      ${of.join(', ')}: ${now}, ${factsDone} of ${factsToDo} facts`,
    ),
    ...(projections.length > 0 ? ['', tableOfProjections(projections)] : []),
  ];
}

const parked = (streams: number): string =>
  streams === 0 ? 'nothing' : `${streams} streams: \`quittance parked\` says which and why`;

const ago = (seconds: number | null): string => (seconds === null ? 'never' : `${seconds.toFixed(1)} s ago`);

const tableOfProjections = (projections: Told['projections']): string =>
  tableOf(
    ['projection', 'version', 'since', 'parked'],
    projections.map(({ name, version, since, parked: streams }) => [
      ...[name, version.slice(0, 12), since.slice(0, 19)],
      String(streams),
    ]),
    (column) => column === 3,
  );
