import { join } from 'node:path';
import {
  APP_ROLE,
  CannotStart,
  DATABASES,
  EVENTS_ROLE,
  accessIn,
  accessUrl,
  announce,
  createDatabases,
  endLeftover,
  logsIn,
  makeAccess,
  openDataDir,
  processes,
  startPostgres,
} from '@quittance/embedded';
import type { Settings } from '@quittance/kernel';
import { Child } from './child.js';
import { logFile } from './logs.js';
import { checkPort } from './ports.js';
import type { Part, Stores } from './part.js';

/**
 * PostgreSQL and the event store node in the data folder. Every part is handed over as soon as it is there, so that
 * an interrupted start can be undone.
 */
export async function startEmbeddedStores(
  settings: Settings,
  add: (part: Part) => void,
  tell: (line: string) => void,
  onLost: (error: CannotStart) => void,
): Promise<Stores> {
  const folder = await openDataDir(settings);
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
  const left = (): number[] =>
    processes()
      .filter(({ command }) => command.includes(` ${mark} `))
      .map(({ pid }) => pid);
  await endLeftover(left, 3_000);
  await checkPort('PORT', settings.port, settings.host);
  await checkPort('EVENTSTORE_PORT', settings.eventStorePort, '127.0.0.1');

  const logs = logsIn(folder.path);
  const postgres = await startPostgres({
    dir: join(folder.path, 'postgres'),
    logFile: logFile(logs, 'postgres'),
    systemBin: process.env.POSTGRES_BIN,
  });
  let stopping = false;
  add({
    stop: (hurry) => ((stopping = true), postgres.stop(hurry ? 'immediate' : 'fast')),
  });
  void postgres.exited.then(() => {
    if (!stopping) onLost(postgres.whyEnded());
  });
  await createDatabases(postgres.url('postgres'));

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
    announce: (apiUrl) => announce(folder.path, { apiUrl, databaseUrl, eventStoreUrl }),
  };
}
