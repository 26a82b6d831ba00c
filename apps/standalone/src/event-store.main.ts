import { CannotStart, readAccess, startEventStoreNode } from '@quittance/embedded';
import { pino } from 'pino';

/** The event store node as a process of its own: reads of a long history must not hold up the application. */
async function main(): Promise<void> {
  const log = pino({
    level: process.env.LOG_LEVEL || 'info',
    base: { app: 'event-store' },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  const node = await startEventStoreNode({
    databaseUrl: process.env.QUITTANCE_EVENTS_URL!,
    host: '127.0.0.1',
    access: accessOf(process.env.QUITTANCE_EVENTS_ACCESS),
    port: Number(process.env.EVENTSTORE_PORT),
    log: { info: (line) => log.info(line), warn: (line) => log.warn(line) },
  });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 4_000).unref();
    void node.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop).on('disconnect', stop);
  process.send?.({ ready: { port: node.port } });
  log.info({ port: node.port }, 'listening');
}

/** The folder of certificate, key and secret, as `npm start` sets it; tests and benches may say `plaintext` instead. */
function accessOf(said: string | undefined): ReturnType<typeof readAccess> | 'plaintext' {
  if (said === 'plaintext') return said;
  if (!said) throw new CannotStart('QUITTANCE_EVENTS_ACCESS: the event store is started by npm start');
  return readAccess(said);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(error instanceof CannotStart ? error.exitCode : 3);
});
