import { join } from 'node:path';
import {
  APP_ROLE,
  type CannotStart,
  DATABASES,
  EVENTS_ROLE,
  accessIn,
  accessUrl,
  admitAnalyst,
  analystsAddress,
  announce,
  clusterIn,
  createDatabases,
  endLeftover,
  logsIn,
  makeAccess,
  openDataDir,
  processesOf,
  withMark,
} from '@quittance/embedded';
import type { Settings } from '@quittance/process/environment';
import { Child } from './child.js';
import { logFile } from './logs.js';
import { checkPort, freePort } from './ports.js';
import type { Part, Stores } from './part.js';
import { PostgresPart } from './postgres-part.js';

export interface EmbeddedOptions {
  /** Takes every part over as soon as it is there, so that an interrupted start can be undone. */
  add: (part: Part) => void;
  tell: (line: string) => void;
  onLost: (error: CannotStart) => void;
  /** Whether we are on our way out: a start that finds us is told so, and waits. */
  ending: () => boolean;
}

/** PostgreSQL and the event store node in the data folder. */
export async function startEmbeddedStores(
  settings: Settings,
  { add, tell, onLost, ending }: EmbeddedOptions,
): Promise<Stores> {
  const folder = await openDataDir(settings, { tell, ending });
  add({
    stop: async () => {
      announce(folder.path, undefined);
      folder.release();
    },
  });
  if (folder.insteadOf) {
    tell(`${folder.insteadOf} cannot be entered by PostgreSQL's account: the data lies in ${folder.path}`);
  }
  const mark = `--data-dir=${folder.path}`;
  await endWhatWasLeft(mark, clusterIn(folder.path), tell);
  await checkPort('PORT', settings.port, settings.host);
  await checkPort('EVENTSTORE_PORT', settings.eventStorePort, '127.0.0.1');

  const logs = logsIn(folder.path);
  const log = logFile(logs, 'postgres');
  const analystsPort = await portForAnalysts(settings);
  const part = new PostgresPart(
    { dir: clusterIn(folder.path), logFile: log, systemBin: process.env.POSTGRES_BIN, analystsPort },
    { logFile: log, tell, onLost },
  );
  const postgres = await part.start();
  add(part);
  await createDatabases(postgres.url('postgres'));
  if (analystsPort !== undefined) await admitAnalyst(postgres.url('postgres'), folder.path);

  const access = accessIn(folder.path);
  await makeAccess(access);
  const node = new Child({
    name: 'event-store',
    main: join(__dirname, 'event-store.main.js'),
    env: {
      ...process.env,
      QUITTANCE_EVENTS_URL: postgres.url(DATABASES.events, EVENTS_ROLE),
      QUITTANCE_EVENTS_ACCESS: access,
      EVENTSTORE_PORT: String(settings.eventStorePort),
    },
    logFile: logFile(logs, 'event-store'),
    mark,
    tell,
    onLost,
    needs: part.up,
  });
  add(node);
  const { port } = await node.start<{ port: number }>();
  node.env.EVENTSTORE_PORT = String(port); // a free one that was taken once is kept
  const databaseUrl = postgres.url(DATABASES.read, APP_ROLE);
  const eventStoreUrl = accessUrl(access, port);
  return {
    databaseUrl,
    eventStoreUrl,
    dataDir: folder.path,
    mark,
    whenUp: part.up,
    announce: (apiUrl) =>
      announce(folder.path, {
        ...{ apiUrl, databaseUrl, eventStoreUrl },
        analysts: analystsPort === undefined ? undefined : analystsAddress(analystsPort),
      }),
  };
}

/** Its own number, or a free one for 0; undefined: no analysts over TCP. @throws CannotStart it is taken */
async function portForAnalysts({ analystsPort }: Settings): Promise<number | undefined> {
  if (analystsPort === undefined) return undefined;
  await checkPort('ANALYSTS_PORT', analystsPort, '127.0.0.1');
  return analystsPort || freePort('127.0.0.1');
}

/** What a killed supervisor left running ends by itself, or is killed; said, for it takes some seconds. */
async function endWhatWasLeft(mark: string, cluster: string, tell: (line: string) => void): Promise<void> {
  const left = (): number[] => withMark(mark).map(({ pid }) => pid);
  if (left().length + processesOf(cluster).length > 0) {
    tell('Waiting for the processes of the Quittance before to end, which was killed');
  }
  await endLeftover(left, 3_000);
}
