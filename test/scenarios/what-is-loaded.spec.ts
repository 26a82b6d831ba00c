import { execFile } from 'node:child_process';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

// What a process loads before it does anything is what its user waits for: a restart, a line on the terminal (decision 0027).

const ROOT = join(__dirname, '../..');
const WHEN_IT_ENDS = `process.on('exit', () => console.log(JSON.stringify(Object.keys(require.cache))))`;

/** Files of the repository that a program has loaded when it ends by itself. */
async function loadedBy(program: string, ...args: string[]): Promise<string[]> {
  const watching = `${WHEN_IT_ENDS}; process.argv = [process.argv[0], ${JSON.stringify([program, ...args]).slice(1)}; require(${JSON.stringify(program)})`;
  const run = promisify(execFile)(process.execPath, ['-e', watching], { env: { PATH: process.env.PATH } });
  // Without settings a service refuses to start: it is told so once everything is loaded.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const files = JSON.parse(stdout.trim().split('\n').at(-1)!) as string[];
  return files.map((file) => relative(ROOT, file).replaceAll('\\', '/'));
}

const dist = (app: string): string => join(ROOT, `dist/apps/${app}/src/main.js`);
const under = (folders: RegExp, files: readonly string[]): string[] =>
  files.filter((file) => folders.test(file));

describe('a process loads what it works with:', () => {
  it('a projector, which answers no request, neither the server nor what answers a GET', async () => {
    const files = await loadedBy(dist('projector'));
    expect(under(/^dist\/libs\/receivables\//, files).length).toBeGreaterThan(50);
    expect(under(/^dist\/libs\/(http|reading)\/|^node_modules\/(@nestjs|fastify)\//, files)).toEqual([]);
  });

  it('the command line, which is started for each line, no store before a command asks for one', async () => {
    const files = await loadedBy(dist('cli'), '--help');
    expect(under(/^dist\/apps\/cli\//, files).length).toBeGreaterThan(20);
    const stores =
      /^dist\/libs\/(event-store|read-model|embedded)\/|^node_modules\/(pg|@grpc|@eventstore|undici)\//;
    expect(under(stores, files)).toEqual([]);
  });
});
