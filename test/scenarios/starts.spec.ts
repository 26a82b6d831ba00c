import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Installations, refusal } from '../support/installation.js';
import { story } from '../support/story.js';

// Each start is six processes, and builds first where sources have changed: a busy machine takes its time.
jest.setTimeout(240_000);

const folder = mkdtempSync(join(tmpdir(), 'quittance-starts-'));
chmodSync(folder, 0o755);
const root = process.getuid?.() === 0;
const installations = new Installations();
const { start } = installations;
afterAll(async () => {
  await installations.stop();
  rmSync(folder, { recursive: true, force: true });
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

const asRoot = root ? describe : describe.skip;

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

  it('lets PostgreSQL’s account into a given folder that is root’s own and closed', async () => {
    const mine = join(folder, 'mine');
    mkdirSync(mine, { mode: 0o700 });
    const closedOne = start(mine);
    await closedOne.up();
    closedOne.kill('SIGTERM');
    expect(await closedOne.exited).toBe(0);
    expect((statSync(mine).mode & 0o777).toString(8)).toBe('710');
  });

  story(
    'first-light',
    '6',
    'runs as an ordinary user, and refuses a folder of somebody else',
    async (show) => {
      const [uid, gid] = ['-u', '-g'].map((flag) =>
        Number(spawnSync('id', [flag, 'nobody']).stdout.toString()),
      );
      const own = join(folder, 'own');
      mkdirSync(own);
      chownSync(own, uid!, gid!);
      const ordinary = start(own, { uid, gid, env: { HOME: own } });
      await ordinary.up();
      ordinary.kill('SIGTERM');
      show({
        input: 'npm start as an ordinary user, then SIGTERM',
        right: { code: 0, processes: [] },
        got: { code: await ordinary.exited, processes: ordinary.processes() },
      });

      const { line, code } = await refusal(start(closed, { uid, gid, env: { HOME: own } }));
      expect(line).toMatch(/^DATA_DIR: no right to write in .*\/closed; set DATA_DIR to a folder of yours$/);
      expect(code).toBe(2);
    },
  );
});
