import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStoreNode, startEventStoreNode } from '@quittance/embedded';
import { connectEventStore, type EventStore } from '@quittance/event-store';
import { pino } from 'pino';
import { DutyQueue } from '../../apps/reactor/src/duty-queue.js';
import { Outages } from '../../apps/reactor/src/outages.js';
import { tellErrors } from '../../apps/standalone/src/logs.js';
import { startTestDatabases, type TestDatabases } from '../support/stores.js';
import { story } from '../support/story.js';

describe('Duties of a reactor', () => {
  let databases: TestDatabases;
  let node: EventStoreNode;
  let store: EventStore;
  const folder = mkdtempSync(join(tmpdir(), 'quittance-told-'));
  const start = (port: number) =>
    startEventStoreNode({
      ...{ databaseUrl: databases.eventsDatabaseUrl, host: '127.0.0.1', access: 'plaintext', port },
    });

  beforeAll(async () => {
    databases = await startTestDatabases();
    node = await start(0);
    store = connectEventStore(`esdb://127.0.0.1:${node.port}?tls=false`);
  });
  afterAll(async () => {
    await store?.close();
    await node?.stop();
    await databases?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  story(
    'mended-doors',
    'D8',
    'With the store away the terminal says it once, and once that it is back, however often duties come round',
    async (show) => {
      const file = join(folder, 'reactor.log');
      const log = pino({ level: 'info' }, pino.destination({ dest: file, sync: true }));
      const told: string[] = [];
      const outages = new Outages(log);
      const rounds = { done: 0, failed: 0 };
      const queue = new DutyQueue({
        done: (name) => (rounds.done++, outages.done(name)),
        failed: (...failure) => (rounds.failed++, outages.failed(...failure)),
      });
      const stopTelling = tellErrors(file, (line) => told.push(line));
      /** Until so many duties have come to this. */
      const come = async (to: keyof typeof rounds, times: number) => {
        while (rounds[to] < times) {
          queue.add('finish payments', () => store.end());
          await new Promise((turn) => setImmediate(turn));
        }
      };
      await come('done', 2);
      await node.stop();
      await come('failed', 6);
      const { done } = rounds;
      node = await start(node.port);
      await come('done', done + 5);
      await queue.end();
      stopTelling();
      show({
        input: 'the event store ends; six rounds of a duty fail; it comes back; five rounds are done',
        right: [
          'a store does not answer: duties wait until it does',
          'the stores answer again: duties go on',
        ],
        got: told.map((line) => line.replace(/(does): .*/, '$1')),
      });
    },
  );
});
