import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedUrls } from '@quittance/embedded';
import { signDevelopmentToken } from '@quittance/http';
import { Installation } from '../support/installation.js';

// Each start is six processes, and builds first where sources have changed: a busy machine takes its time.
jest.setTimeout(240_000);

const folder = mkdtempSync(join(tmpdir(), 'quittance-standalone-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'data');
const started: Installation[] = [];
const start = (...options: ConstructorParameters<typeof Installation>): Installation => {
  const installation = new Installation(...options);
  started.push(installation);
  return installation;
};

/** What a start that cannot be says: its only line, and its exit code. */
async function refusal(installation: Installation): Promise<{ line: string; code: number | null }> {
  const code = await installation.exited;
  return { line: installation.output.trim(), code };
}

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
  for (const installation of started) {
    installation.kill('SIGTERM');
    await installation.exited;
  }
  rmSync(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  let running: Installation;
  let apiUrl: string;

  beforeAll(async () => {
    running = start(dataDir);
    apiUrl = await running.up();
  });

  it('says where the API and its documentation are, how to get a token, and what to try; never a token', async () => {
    expect(running.output).toContain(`${apiUrl}/docs`);
    expect(running.output).toContain('quittance -- token --role manager --sub me');
    expect(running.output).toContain('quittance -- import ');
    expect(running.output).not.toMatch(/eyJ/);
    expect(running.output.split('\n').length).toBeLessThan(12);
    expect((await fetch(`${apiUrl}/docs`)).status).toBe(200);
    expect(await embeddedUrls(dataDir)).toMatchObject({ apiUrl });
  });

  it('takes commands', async () => {
    const answer = await call(apiUrl, '/v1/customers', { customerId: 'acme', name: 'Acme', currency: 'EUR' });
    expect(answer.status).toBe(201);
  });

  it('refuses a second start on the same folder with one line', async () => {
    expect(await refusal(start(dataDir))).toEqual({
      line: `DATA_DIR: ${dataDir} is in use by another running Quittance; stop it, or set another folder`,
      code: 2,
    });
  });

  it('starts what was killed again', async () => {
    for (const part of ['/api/src/main.js', '/reactor/src/main.js', 'event-store.main.js']) {
      process.kill(running.processes(part)[0]!.pid, 'SIGKILL');
    }
    for (const name of ['event-store', 'api', 'reactor']) {
      await running.says(new RegExp(`${name} ended \\(SIGKILL\\): starting it again`));
      await running.says(new RegExp(`${name} is up again`));
    }
  });

  it('recovers after a kill -9 of the supervisor that left stopped processes behind, and has kept everything', async () => {
    running.processes().forEach(({ pid }) => process.kill(pid, 'SIGSTOP'));
    running.kill('SIGKILL');
    await running.exited;
    const left = running.processes().map(({ pid }) => pid);
    expect(left.length).toBeGreaterThan(5);
    await expect(embeddedUrls(dataDir)).rejects.toThrow(/Nothing runs on/);

    running = start(dataDir);
    apiUrl = await running.up();
    expect(running.processes().filter(({ pid }) => left.includes(pid))).toEqual([]);
    expect((await call(apiUrl, '/v1/customers/acme')).status).toBe(200);
  });

  it('stops on Ctrl-C with 130 and leaves neither process nor lock', async () => {
    running.kill('SIGINT');
    expect(await running.exited).toBe(130);
    expect(running.processes()).toEqual([]);
    expect(existsSync(join(dataDir, 'running.json'))).toBe(false);
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  });
});

describe('a start that cannot be', () => {
  it('names the setting of a port in use, before anything is started', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const elsewhere = join(folder, 'elsewhere');
    expect(await refusal(start(elsewhere, { env: { PORT: String(port) } }))).toEqual({
      line: `PORT: port ${port} on 127.0.0.1 is in use by another program; set PORT to another, or to 0 for a free one`,
      code: 2,
    });
    expect(existsSync(join(elsewhere, 'postgres'))).toBe(false);
    server.close();
  });

  it('refuses a data folder of another version', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'versions.json'), '{"layout":99}');
    const { line, code } = await refusal(start(other));
    expect(line).toMatch(/^DATA_DIR: .* is a data folder of another version \(layout 99, .*$/);
    expect(code).toBe(2);
  });

  it('refuses a setting that makes no sense', async () => {
    const { line, code } = await refusal(start(join(folder, 'none'), { env: { TIME_ZONE: 'Mars/Olympus' } }));
    expect([line, code]).toEqual(['TIME_ZONE: Mars/Olympus is no IANA time zone', 2]);
  });
});

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

asRoot('as root and as an ordinary user (only root can try both)', () => {
  const closed = join(folder, 'closed');
  beforeAll(() => {
    mkdirSync(closed, { mode: 0o700 });
  });

  it('refuses a given folder that PostgreSQL’s account cannot enter, naming one that works', async () => {
    const { line, code } = await refusal(start(join(closed, 'data')));
    expect(line).toMatch(
      /^DATA_DIR: .*\/closed\/data cannot be entered .*; \/var\/lib\/quittance\/\w+ works$/,
    );
    expect(code).toBe(2);
  });

  it('runs as an ordinary user, and refuses a folder of somebody else', async () => {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(spawnSync('id', [flag, 'nobody']).stdout.toString()),
    );
    const own = join(folder, 'own');
    mkdirSync(own);
    chownSync(own, uid!, gid!);
    const ordinary = start(own, { uid, gid, env: { HOME: own } });
    await ordinary.up();
    ordinary.kill('SIGTERM');
    expect(await ordinary.exited).toBe(0);
    expect(ordinary.processes()).toEqual([]);

    const { line, code } = await refusal(start(closed, { uid, gid, env: { HOME: own } }));
    expect(line).toMatch(/^DATA_DIR: no right to write in .*\/closed; set DATA_DIR to a folder of yours$/);
    expect(code).toBe(2);
  });
});
