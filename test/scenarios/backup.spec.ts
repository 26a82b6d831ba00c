import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedUrls } from '@quittance/embedded';
import { signDevelopmentToken } from '@quittance/http';
import { openDatabase } from '@quittance/process';
import { Client } from 'pg';
import { type Caller, caller, type Written } from '../support/caller.js';
import { quittance, type Ran } from '../support/command-line.js';
import { Installations } from '../support/installation.js';
import { story } from '../support/story.js';

// What `npm start` made is copied while it runs, and started again from the copy.
jest.setTimeout(240_000);

const folder = mkdtempSync(join(tmpdir(), 'quittance-backup-'));
chmodSync(folder, 0o755);
const [dataDir, backup, restored] = ['data', 'backup', 'restored'].map((name) => join(folder, name)) as [
  ...[string, string, string],
];
const installations = new Installations();

let clerk: Caller;
/** Positions of the commands that were answered before the backup began. */
const before: bigint[] = [];
let made: Ran;
let takenAt: string;

const here = async (data: string, apiUrl: string): Promise<Caller> =>
  caller(
    apiUrl,
    await signDevelopmentToken(data, { sub: 'anna', roles: ['clerk', 'manager', 'auditor'] }),
    'anna',
  );
const run = (words: string[], data: string) => quittance(words, { DATA_DIR: data, QUITTANCE_TOKEN: '' });
const issue = (by: Caller, number: string): Promise<Written> =>
  by.done('/v1/invoices', {
    ...{ number, customerId: 'C-1', issuedOn: '2026-03-01', dueOn: '2026-03-31' },
    ...{ currency: 'EUR', total: '100.00' },
  });
/** The log as the mirror has it, to a position: how many facts, and the hash of them all. */
async function log(data: string, through: bigint): Promise<unknown> {
  const pool = openDatabase((await embeddedUrls(data)).databaseUrl, { max: 1 });
  try {
    const { rows } = await pool.query(
      `select count(*), max(position) as last, md5(string_agg(md5(f::text), '' order by position)) as hash
       from mirror.facts f where position <= $1`,
      [String(through)],
    );
    return rows[0];
  } finally {
    await pool.end();
  }
}

beforeAll(async () => {
  clerk = await here(dataDir, await installations.start(dataDir, { env: { ANALYSTS_PORT: '0' } }).up());
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi & Figli' });
  for (let i = 1; i <= 5; i += 1) before.push(BigInt((await issue(clerk, `B-${i}`)).position));
  // Writes go on until the backup is made.
  const backingUp = run(['backup', backup, '--json'], dataDir);
  let over = false;
  const ended = backingUp.ended.finally(() => (over = true));
  for (let i = 1; !over; i += 1) await issue(clerk, `W-${i}`);
  made = await ended;
  takenAt = String(made.last.takenAt);
});
afterAll(async () => {
  await installations.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup of a running installation', () => {
  it('says as of when it is, how large, and lies closed to other accounts', () => {
    expect(made).toMatchObject({ code: 0, last: { folder: backup } });
    expect(Date.now() - Date.parse(takenAt)).toBeGreaterThan(0);
    const { files } = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')) as { files: object[] };
    expect(files).toHaveLength(Number(made.last.files));
  });

  it('is made also where analysts are let in, whose address a command prints', async () => {
    const { last } = await run(['analysts-address', '--json'], dataDir).ended;
    const analyst = new Client(last);
    await analyst.connect();
    const { rows } = await analyst.query('select count(*) >= 5 as read from live.invoices');
    await analyst.end();
    expect(rows).toEqual([{ read: true }]);
  });

  it('needs a new folder outside DATA_DIR, and an installation that runs', async () => {
    const tried = async (words: string, data = dataDir) => {
      const { code, stderr } = await run(['backup', words], data).ended;
      return [code, stderr.trim()];
    };
    expect(await tried(backup)).toEqual([
      2,
      `quittance: ${backup} is not empty: a backup needs a new folder`,
    ]);
    expect(await tried(join(dataDir, 'b'))).toEqual([2, expect.stringContaining('lies in DATA_DIR')]);
    const [code, said] = await tried(join(folder, 'b'), restored);
    expect([code, said]).toEqual([3, expect.stringContaining(`Nothing runs on ${restored}`)]);
  });

  /** What is done to a file of the backup, which may not be there. */
  const DAMAGES: [string, string, (bytes: Buffer) => Buffer | undefined][] = [
    ['one bit', 'postgres/global/pg_control', (bytes) => (bytes.writeUInt8(bytes[9]! ^ 1, 9), bytes)],
    ['a file cut short', 'postgres/PG_VERSION', (bytes) => bytes.subarray(1)],
    ['a file missing', 'postgres/backup_label', () => undefined],
    ['a file too many', 'postgres/recovery.signal', (bytes) => bytes],
    ['no manifest', 'manifest.json', () => undefined],
    [
      'a changed manifest',
      'manifest.json',
      (bytes) => Buffer.from(String(bytes).replace('"size": ', '"size": 1')),
    ],
  ];

  story(
    'mended-files',
    'B2',
    'A damaged or incomplete backup is refused, and nothing is written',
    async (show) => {
      const got: unknown[] = [];
      for (const [, path, damage] of DAMAGES) {
        const file = join(backup, path);
        const kept = existsSync(file) ? readFileSync(file) : undefined;
        const damaged = damage(Buffer.from(kept ?? ''));
        if (damaged) writeFileSync(file, damaged);
        else rmSync(file);
        const { code } = await run(['restore', backup], restored).ended;
        got.push([code, existsSync(restored)]);
        if (kept) writeFileSync(file, kept);
        else rmSync(file);
      }
      show({ input: DAMAGES.map(([what]) => what), right: DAMAGES.map(() => [1, false]), got });
    },
  );

  story('mended-files', 'B2', 'A restore never writes over an installation', async (show) => {
    const facts = await log(dataDir, before.at(-1)!);
    const { code, stderr } = await run(['restore', backup], dataDir).ended;
    const strange = join(folder, 'strange');
    cpSync(join(backup, 'issuer.key.json'), join(strange, 'issuer.key.json'));
    const other = await run(['restore', backup], strange).ended;
    show({
      input: 'restore into a folder that is an installation, and into one that holds a file',
      right: [2, true, 2, facts],
      got: [...[code, stderr.includes('is not empty'), other.code], await log(dataDir, before.at(-1)!)],
    });
  });
});

describe('what is restored', () => {
  let again: Caller;
  let stored: string;

  beforeAll(async () => {
    // Killed while it copies: what it leaves cannot be started, and the same command begins anew.
    const first = run(['restore', backup], restored);
    await new Promise<void>((seen) => {
      const watching = watch(folder, { recursive: true }, (_, name) => {
        if (!name?.includes('postgres.restoring')) return;
        watching.close();
        seen();
      });
    });
    first.child.kill('SIGKILL');
    expect((await first.ended).code).toBe('SIGKILL');
    expect(existsSync(join(restored, 'postgres'))).toBe(false);

    const second = await run(['restore', backup, '--json'], restored).ended;
    expect(second).toMatchObject({ code: 0, last: { dataDir: restored, takenAt } });
    // Known before the backup began: the instant of the last answer that was complete then.
    await clerk.get('/v1/invoices', String(before.at(-1)));
    stored = `/v1/reports/aging?asOf=2026-04-30&by=customer&knownAt=${await knownOf(before.at(-1)!)}`;
    again = await here(restored, await installations.start(restored).up());
  });

  /** When the fact was recorded, by the log. */
  async function knownOf(position: bigint): Promise<string> {
    const pool = openDatabase((await embeddedUrls(dataDir)).databaseUrl, { max: 1 });
    try {
      const { rows } = await pool.query<{ at: Date }>(
        'select recorded_max as at from mirror.facts where position = $1',
        [String(position)],
      );
      return rows[0]!.at.toISOString();
    } finally {
      await pool.end();
    }
  }

  story(
    'mended-files',
    'B2',
    'It answers stored questions with the same bytes, and has every write answered before the backup began',
    async (show) => {
      const asked = async (by: Caller, path: string) => {
        const { status, body, headers } = await by.get(path);
        return [status, JSON.stringify(body), headers.get('quittance-content-hash')];
      };
      const nameOf = async (by: Caller) => (await by.get<{ name: string }>('/v1/customers/C-1')).body.name;
      const end = await lastOf(restored);
      show({
        input: [stored, 'the log up to the end of the restored one', 'the name of C-1'],
        right: [await asked(clerk, stored), await log(dataDir, end), 'Rossi & Figli'],
        got: [await asked(again, stored), await log(restored, end), await nameOf(again)],
      });
      expect(end).toBeGreaterThanOrEqual(before.at(-1)!);
    },
  );

  async function lastOf(data: string): Promise<bigint> {
    const pool = openDatabase((await embeddedUrls(data)).databaseUrl, { max: 1 });
    try {
      const { rows } = await pool.query<{ last: bigint }>('select max(position) as last from mirror.facts');
      return rows[0]!.last;
    } finally {
      await pool.end();
    }
  }

  story('mended-files', 'B2', 'Its chains and MACs verify, and it takes commands', async (show) => {
    const written = await issue(again, 'AFTER-1');
    const { status } = await again.get('/v1/invoices', written.position);
    const { apiUrl } = await embeddedUrls(restored);
    const { code, last } = await quittance(['check', '--deep', '--json'], {
      ...{ DATA_DIR: restored, QUITTANCE_URL: apiUrl, QUITTANCE_TOKEN: '' },
    }).ended;
    show({
      input: 'POST /v1/invoices, then check --deep',
      right: [200, 0, true],
      got: [status, code, last.ok],
    });
  });
});
