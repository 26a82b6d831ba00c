import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessUrl, embeddedUrls, processes } from '@quittance/embedded';
import { signDevelopmentToken } from '@quittance/http';
import { type Installation, Installations, refusal } from '../support/installation.js';
import { story } from '../support/story.js';

// Each start is six processes, and builds first where sources have changed: a busy machine takes its time.
jest.setTimeout(240_000);

const folder = mkdtempSync(join(tmpdir(), 'quittance-standalone-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'data');
const installations = new Installations();
const { start } = installations;

const root = process.getuid?.() === 0;
const mode = (path: string): string => (statSync(join(dataDir, path)).mode & 0o777).toString(8);

const call = async (apiUrl: string, path: string, body?: object): Promise<Response> =>
  fetch(`${apiUrl}${path}`, {
    method: body ? 'POST' : 'GET',
    body: body && JSON.stringify(body),
    headers: {
      authorization: `Bearer ${await signDevelopmentToken(dataDir, { sub: 'me', roles: ['manager'] })}`,
      ...(body ? { 'content-type': 'application/json', 'idempotency-key': path } : {}),
    },
  });

afterAll(async () => {
  await installations.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  let running: Installation;
  let apiUrl: string;

  beforeAll(async () => {
    running = start(dataDir);
    apiUrl = await running.up();
  });

  story(
    'first-light',
    '1',
    'says where the API and its documentation are, how to get a token, and what to try; never a token',
    async (show) => {
      const has = (text: string): boolean => running.output.includes(text);
      show({
        input: 'npm start',
        right: { docs: [true, 200], token: true, import: true, secret: false },
        got: {
          docs: [has(`${apiUrl}/docs`), (await fetch(`${apiUrl}/docs`)).status],
          token: has('quittance -- token --role manager --sub me'),
          import: has('quittance -- import '),
          secret: has('eyJ'),
        },
      });
      expect(running.output.split('\n').length).toBeLessThan(12);
      expect(await embeddedUrls(dataDir)).toMatchObject({ apiUrl });
    },
  );

  const register = (): Promise<Response> =>
    call(apiUrl, '/v1/customers', { customerId: 'acme', name: 'Acme', currency: 'EUR' });

  it('takes commands', async () => {
    expect((await register()).status).toBe(201);
  });

  it('refuses a second start on the same folder with one line', async () => {
    expect(await refusal(start(dataDir))).toEqual({
      line: `DATA_DIR: ${dataDir} is in use by another running Quittance; stop it, or set another folder`,
      code: 2,
    });
  });

  story(
    'mended-doors',
    'A1',
    'The secret of the event store shows nowhere, and only its owner reads it',
    async (show) => {
      const { eventStoreUrl } = await embeddedUrls(dataDir);
      const [, secret = ''] = /^esdb:\/\/quittance:([\w-]{43})@127\.0\.0\.1:\d+\?tls=true&tlsCAFile=/.exec(
        eventStoreUrl,
      )!;
      const shown = (text: string): boolean => text.includes(secret);
      const lines = processes().map(({ command }) => command);
      const logs = readdirSync(join(dataDir, 'logs')).map((name) =>
        readFileSync(join(dataDir, 'logs', name), 'utf8'),
      );
      show({
        input:
          'an installation that runs: command lines of all processes, its logs, its terminal, who may read the files',
        right: {
          'command lines, logs, terminal': [false, false, false],
          ...{ secret: '600', 'tls.key': '600', 'tls.crt': '600', 'running.json': '600' },
        },
        got: {
          'command lines, logs, terminal': [lines, logs, [running.output]].map((texts) => texts.some(shown)),
          ...Object.fromEntries(
            ['secret', 'tls.key', 'tls.crt'].map((name) => [name, mode(`event-store/${name}`)]),
          ),
          'running.json': mode('running.json'),
        },
      });
    },
  );

  story(
    'mended-doors',
    'C6',
    'The data folder is closed to other accounts; its logs are for a group',
    async (show) => {
      const log = `logs/${readdirSync(join(dataDir, 'logs'))[0]}`;
      show({
        input:
          'an installation that runs: the folder (as root PostgreSQL’s group passes through), its logs, one of them',
        right: { folder: root ? '710' : '700', logs: '750', log: '640' },
        got: { folder: mode('.'), logs: mode('logs'), log: mode(log) },
      });
      if (!root) return;
      const seen = (path: string): number | null =>
        spawnSync('ls', [join(dataDir, path)], { uid: 12_345, gid: 12_345, cwd: '/' }).status;
      show({
        input: 'ls by another account: of the folder, of its logs, of the cluster',
        right: { '.': 2, logs: 2, postgres: 2 },
        got: { '.': seen('.'), logs: seen('logs'), postgres: seen('postgres') },
      });
    },
  );

  it('starts what was killed again', async () => {
    for (const part of ['/api/src/main.js', '/reactor/src/main.js', 'event-store.main.js']) {
      process.kill(running.processes(part)[0]!.pid, 'SIGKILL');
    }
    for (const name of ['event-store', 'api', 'reactor']) {
      await running.says(new RegExp(`${name} ended \\(SIGKILL\\): starting it again`));
      await running.says(new RegExp(`${name} is up again`));
    }
  });

  story(
    'mended-doors',
    'C8',
    'PostgreSQL is started again like the other parts when its postmaster dies',
    async (show) => {
      const [pid] = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
      await running.says(/postgresql is up again/);
      const answer = async (): Promise<number> =>
        (await call(apiUrl, '/v1/people', { personId: 'after', name: 'After', email: 'a@example.org' }))
          .status;
      let status = await answer();
      while (status === 503) status = await answer(); // until all have found it again
      show({
        input: 'kill -9 of the postmaster, then POST /v1/people',
        right: [
          'postgresql ended (SIGKILL): starting it again',
          'postgresql is up again',
          status === 200 ? 200 : 201,
        ],
        got: [...(running.output.match(/^postgresql .*$/gm) ?? []), status],
      });
    },
  );

  story(
    'first-light',
    '5',
    'recovers after a kill -9 of the supervisor that left stopped processes behind, and has kept everything',
    async (show) => {
      const { position } = (await (await register()).json()) as { position: string };
      running.processes().forEach(({ pid }) => process.kill(pid, 'SIGSTOP'));
      running.kill('SIGKILL');
      await running.exited;
      const left = running.processes().map(({ pid }) => pid);
      expect(left.length).toBeGreaterThan(5);
      await expect(embeddedUrls(dataDir)).rejects.toThrow(/Nothing runs on/);

      running = start(dataDir);
      apiUrl = await running.up();
      expect(running.output).toMatch(
        /^Waiting for the processes of the Quittance before to end, which was killed\n/,
      );
      show({
        input:
          'kill -9 of npm start, its parts stopped; started again: parts of before, and GET /v1/customers/acme',
        right: { left: [], status: 200 },
        got: {
          left: running.processes().filter(({ pid }) => left.includes(pid)),
          status: (await call(apiUrl, `/v1/customers/acme?after=${position}`)).status,
        },
      });
    },
  );

  story(
    'mended-doors',
    'C8',
    'A start right after a kill waits for the processes before it, and says so',
    async (show) => {
      const slow = running.processes('/reactor/src/main.js')[0]!.pid;
      process.kill(slow, 'SIGSTOP'); // so that the end takes its time
      running.kill('SIGTERM');
      const next = start(dataDir);
      await next.says(/^Waiting/);
      process.kill(slow, 'SIGCONT');
      apiUrl = await next.up();
      const before = await running.exited;
      running = next;
      show({
        input: 'SIGTERM, and a start on the same folder at once',
        right: ['ended with 0', `Waiting for the Quittance on ${dataDir} to end, which is stopping`, 'is up'],
        got: [`ended with ${before}`, next.output.split('\n')[0], /Quittance (is up)/.exec(next.output)![1]],
      });
    },
  );

  it('of the release before gets certificate and secret at its next start, and its folder is closed', async () => {
    running.kill('SIGTERM');
    await running.exited;
    rmSync(join(dataDir, 'event-store'), { recursive: true });
    for (const open of ['.', 'logs', ...readdirSync(join(dataDir, 'logs')).map((name) => `logs/${name}`)])
      chmodSync(join(dataDir, open), 0o755);
    running = start(dataDir);
    apiUrl = await running.up();
    const { eventStoreUrl } = await embeddedUrls(dataDir);
    const port = Number(/:(\d+)\?/.exec(eventStoreUrl)![1]);
    expect(eventStoreUrl).toBe(accessUrl(join(dataDir, 'event-store'), port));
    expect(['.', 'logs', 'logs/api.log'].map(mode)).toEqual([root ? '710' : '700', '750', '640']);
    expect((await call(apiUrl, '/v1/customers/acme')).status).toBe(200);
  });

  story('first-light', '6', 'stops on Ctrl-C with 130 and leaves neither process nor lock', async (show) => {
    running.kill('SIGINT');
    show({
      input: `Ctrl-C, as ${root ? 'root' : 'an ordinary user'}`,
      right: { code: 130, processes: [], locks: [] },
      got: {
        code: await running.exited,
        processes: running.processes(),
        locks: ['running.json', 'postgres/postmaster.pid'].filter((name) => existsSync(join(dataDir, name))),
      },
    });
  });
});
