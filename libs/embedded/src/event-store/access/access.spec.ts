import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessUrl, makeAccess, readAccess } from './access.js';
import { isUsable, makeCertificate } from './certificate.js';

const FILES = ['secret', 'tls.crt', 'tls.key'];
const YEAR = 365 * 24 * 3_600_000;

const parent = mkdtempSync(join(tmpdir(), 'quittance-access-'));
const folder = join(parent, 'a folder & more', 'event-store');
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const modes = (): string[] =>
  [folder, ...FILES.map((name) => join(folder, name))].map((path) =>
    (statSync(path).mode & 0o777).toString(8),
  );

beforeAll(() => makeAccess(folder));
afterAll(() => rmSync(parent, { recursive: true }));

describe('What guards the event store', () => {
  it('is for this account alone, and another secret in each installation', async () => {
    expect(modes()).toEqual(['700', '600', '600', '600']);
    const other = join(parent, 'other');
    await makeAccess(other);
    expect(readAccess(other).secret).toMatch(/^[\w-]{43}$/);
    expect(readAccess(other).secret).not.toBe(readAccess(folder).secret);
  });

  it('stays what it is from start to start', async () => {
    const before = readAccess(folder);
    await makeAccess(folder);
    expect(readAccess(folder)).toEqual(before);
  });

  it('is closed again where a backup brought it back open', async () => {
    FILES.forEach((name) => chmodSync(join(folder, name), 0o644));
    chmodSync(folder, 0o755);
    await makeAccess(folder);
    expect(modes()).toEqual(['700', '600', '600', '600']);
  });

  it('gets a new certificate before the old one ends, and keeps its secret', async () => {
    const [old, { secret }] = [await makeCertificate(Date.now() - 9.5 * YEAR), readAccess(folder)];
    writeFileSync(join(folder, 'tls.crt'), old.certificate);
    writeFileSync(join(folder, 'tls.key'), old.key);
    await makeAccess(folder);
    expect(readAccess(folder).secret).toBe(secret);
    expect(readAccess(folder).certificate).not.toBe(old.certificate);
    expect(isUsable(readAccess(folder))).toBe(true);
  });

  it('is made whole after a kill between key and certificate, or a disk that lost what was written', async () => {
    writeFileSync(join(folder, 'tls.key'), (await makeCertificate()).key);
    expect(isUsable(readAccess(folder))).toBe(false);
    truncateSync(join(folder, 'secret'));
    expect(() => readAccess(folder)).toThrow(/certificate, key or secret is missing in /);
    await makeAccess(folder);
    expect(isUsable(readAccess(folder))).toBe(true);
  });

  it('is named by an address that the client reads, whatever the folder is called', () => {
    const [, user, secret, search] = /^esdb:\/\/(\w+):([\w-]+)@127\.0\.0\.1:2113\?(.*)$/.exec(
      accessUrl(folder, 2113),
    )!;
    expect([user, secret]).toEqual(['quittance', text('secret')]);
    expect(new URLSearchParams(search).get('tlsCAFile')).toBe(join(folder, 'tls.crt'));
  });
});
