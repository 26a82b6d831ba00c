import { startEventStoreNode } from '@quittance/embedded';
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

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(3);
});
