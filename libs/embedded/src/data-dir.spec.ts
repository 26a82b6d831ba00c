import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { settingsFrom } from '@quittance/process';
import { dataDirOf, embeddedUrls, openDataDir } from './data-dir.js';

const folder = mkdtempSync(join(tmpdir(), 'quittance-data-'));
chmodSync(folder, 0o755); // as root PostgreSQL's account has to enter
afterAll(() => rmSync(folder, { recursive: true }));

describe('the data folder', () => {
  it('is the one that was given, when PostgreSQL’s account can enter it', () => {
    expect(dataDirOf({ dataDir: '/tmp/some', dataDirGiven: true })).toEqual({ path: '/tmp/some' });
    expect(dataDirOf({ dataDir: '../some', dataDirGiven: true }).path).toBe(resolve('../some'));
  });

  it('has one holder at a time', async () => {
    const settings = settingsFrom({ DATA_DIR: join(folder, 'held') });
    const held = await openDataDir(settings);
    await expect(openDataDir(settings)).rejects.toThrow(/is in use by another running Quittance/);
    held.release();
    (await openDataDir(settings)).release();
  });

  it('is left alone, and that said, when it holds other things too: it may be somebody’s home', async () => {
    const home = join(folder, 'home');
    mkdirSync(home, { mode: 0o755 });
    writeFileSync(join(home, 'letters'), '');
    const said: string[] = [];
    (await openDataDir(settingsFrom({ DATA_DIR: home }), { tell: (line) => said.push(line) })).release();
    expect(said).toEqual([
      expect.stringMatching(/stays open .* \(mode 755\), for it holds other things too/),
    ]);
    expect(statSync(home).mode & 0o777).toBe(0o755);
  });

  it('whose holder is on its way out is waited for', async () => {
    const settings = settingsFrom({ DATA_DIR: join(folder, 'left') });
    const held = await openDataDir(settings, { ending: () => true });
    const next = await openDataDir(settings, { waiting: () => held.release() });
    await expect(openDataDir(settings)).rejects.toThrow(/is in use by another running Quittance/);
    next.release();
  });

  it('of a version that cannot be read is refused', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'versions.json'), 'nonsense');
    await expect(openDataDir(settingsFrom({ DATA_DIR: other }))).rejects.toThrow(/of another version/);
  });

  it('lies elsewhere when it is the default one and PostgreSQL’s account cannot enter it', () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const path = join(closed, 'data');
    const found = dataDirOf({ dataDir: path, dataDirGiven: false });
    if (process.getuid?.() !== 0) return expect(found).toEqual({ path });
    expect(found.insteadOf).toBe(path);
    expect(found.path).toMatch(/^\/var\/lib\/quittance\/[0-9a-f]{12}$/);
    expect(() => dataDirOf({ dataDir: path, dataDirGiven: true })).toThrow(`${found.path} works`);
  });

  it('has no connection strings while nothing runs there', async () => {
    await expect(embeddedUrls(folder)).rejects.toThrow(`Nothing runs on ${folder}: start it with npm start`);
  });
});
