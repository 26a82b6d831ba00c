import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { story } from '../../../../test/support/story.js';
import { type TestDatabases, startTestDatabases } from '../../../../test/support/stores.js';
import { type Access, makeAccess, readAccess } from './access/access.js';
import { startEventStoreNode } from './start-node.js';

/** Holds a call of each lasting kind open: says so, and never ends nor answers anything. */
const HOLDER = `
const http2 = require('http2');
const [url, secret] = process.argv.slice(1);
const authorization = 'Basic ' + Buffer.from('quittance:' + secret).toString('base64');
const session = http2.connect(url, { rejectUnauthorized: false });
const open = ['Append', 'BatchAppend'].map((method) => session.request({
  ':method': 'POST', ':path': '/event_store.client.streams.Streams/' + method,
  'content-type': 'application/grpc', te: 'trailers', authorization,
}));
open.forEach((stream) => stream.on('error', () => undefined));
session.ping(() => console.log('open'));
session.on('error', () => undefined);
setInterval(() => undefined, 1000);
`;

const folder = mkdtempSync(join(tmpdir(), 'quittance-stopping-'));
let databases: TestDatabases;
let access: Access;
beforeAll(async () => {
  databases = await startTestDatabases();
  await makeAccess(folder);
  access = readAccess(folder);
});
afterAll(async () => {
  await databases?.stop();
  rmSync(folder, { recursive: true });
});

async function holder(port: number, how: Access | 'plaintext'): Promise<ChildProcess> {
  const url = `${how === 'plaintext' ? 'http' : 'https'}://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['-e', HOLDER, url, access.secret], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('A node that is asked to stop', () => {
  story(
    'mended-doors',
    'A4',
    'The event store stops although clients hold calls open or are frozen',
    async (show) => {
      const got: Record<string, string> = {};
      for (const [name, how] of [['TLS', access] as const, ['plaintext', 'plaintext'] as const]) {
        for (const state of ['alive', 'frozen']) {
          const databaseUrl = databases.eventsDatabaseUrl;
          const node = await startEventStoreNode({ databaseUrl, host: '127.0.0.1', port: 0, access: how });
          const client = await holder(node.port, how);
          if (state === 'frozen') client.kill('SIGSTOP');
          // The client is still there, as it was: were it waited for, this would never resolve.
          got[`${name}, ${state}`] = await node.stop().then(() => 'stopped');
          client.kill('SIGKILL');
          await once(client, 'exit');
        }
      }
      show({
        input:
          'stop() with a client that holds an Append and a BatchAppend open, and with one that is stopped (SIGSTOP)',
        right: Object.fromEntries(
          ['TLS', 'plaintext'].flatMap((name) =>
            [`${name}, alive`, `${name}, frozen`].map((key) => [key, 'stopped']),
          ),
        ),
        got,
      });
    },
  );
});
