import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What opens an address where people sit: none on a machine without a screen. */
function opener(): [command: string, ...words: string[]] | undefined {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['explorer.exe'];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}

/**
 * Opens the address in the browser, where there is one. Every account of the machine sees the words of a command: so the
 * browser is given a file that this account alone may read, and that leads to the address.
 * @returns whether there is something that opens addresses
 */
export async function openInBrowser(address: string): Promise<boolean> {
  const [command, ...words] = opener() ?? [];
  if (command === undefined) return false;
  // A folder of a new name, for its owner alone.
  const file = join(await mkdtemp(join(tmpdir(), 'quittance-open-')), 'open.html');
  const page = `<!doctype html><meta http-equiv="refresh" content="0;url=${address}">`;
  await writeFile(file, page, { mode: 0o600 });
  const child = spawn(command, [...words, pathToFileURL(file).href], { detached: true, stdio: 'ignore' });
  return new Promise((done) => {
    child.once('spawn', () => done(true)).once('error', () => done(false));
    child.unref();
  });
}
