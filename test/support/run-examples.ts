import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { Client } from 'pg';
import { type Block, ROOT } from './printed-examples.js';

/** What looks like a command or a query, in a block that has no language. */
const COMMAND = /^\s*(\$ |npm |npx |node |curl |quittance |docker |select |grant |create )/m;

/**
 * A request that is refused fails; the command line is started as its script in package.json does, without the half second
 * that npm takes each time (`get` does with npm).
 */
const WRAPPED = `curl() { command curl -sS --fail-with-body "$@"; }
npm() {
  case "$1 $2 $3 $4" in
    'run -s quittance --') shift 4; node bin/quittance.mjs "$@" ;;
    *) command npm "$@" ;;
  esac
}`;

/** Runs the printed examples as their reader would, in a folder like the repository's and on one running installation. */
export class Examples {
  private metrics = '';
  private token = '';

  /** @param folder an empty folder, for what the examples write */
  constructor(
    private readonly folder: string,
    private readonly dataDir: string,
    private readonly url: string,
  ) {
    for (const name of ['package.json', 'bin', 'apps', 'scripts', 'node_modules', 'dist']) {
      symlinkSync(join(ROOT, name), join(folder, name));
    }
    mkdirSync(join(folder, 'docs'));
    cpSync(join(ROOT, 'docs/examples'), join(folder, 'docs/examples'), { recursive: true });
  }

  /** @returns what is wrong with it; nothing when it runs, or says why it is not run here */
  async faultOf(block: Block): Promise<string | undefined> {
    const unsaid = block.markers.find(({ kind, says }) => says.length < (kind === 'not run' ? 10 : 1));
    if (unsaid) return `"${unsaid.kind}" gives no reason`;
    if (this.marker(block, 'not run') !== undefined) return undefined;
    try {
      for (const { kind, says } of block.markers) if (kind === 'first') await this.shell(says);
      await this.run(block);
      for (const { kind, says } of block.markers) if (kind === 'then') await this.shell(says);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message.trim() : String(error);
    }
  }

  /** A request of an analyst. */
  async get(path: string): Promise<Response> {
    if (this.token === '') {
      await this.shell('command npm run -s quittance -- token --role analyst --sub reader');
      this.token = readFileSync(join(this.folder, 'printed'), 'utf8');
    }
    return fetch(this.url + path, { headers: { authorization: `Bearer ${this.token}` } });
  }

  private async run(block: Block): Promise<void> {
    const { language, text } = block;
    const file = this.marker(block, 'file');
    if (file !== undefined) writeFileSync(join(this.folder, file), text);
    if (language === 'sh') await this.shell(text, this.marker(block, 'under the folder')?.split(' '));
    else if (language === 'sql') await this.query(text, this.marker(block, 'as'));
    else if (language === 'json') this.compare(JSON.parse(text), file ?? this.marker(block, 'shape of'));
    else if (language === 'yaml') await this.alerts(text);
    else if (language !== '' && file === undefined) throw new Error(`nobody knows how to run ${language}`);
    else if (language === '' && COMMAND.test(text))
      throw new Error('a command in a block without a language');
  }

  private marker(block: Block, wanted: string): string | undefined {
    return block.markers.find(({ kind }) => kind === wanted)?.says;
  }

  /** Its output is in the file `printed` afterwards. A request that is refused fails too. */
  private shell(text: string, folders: string[] = []): Promise<void> {
    const port = new URL(this.url).host;
    const moved = folders.reduce((all, folder) => all.replaceAll(folder, this.folder + folder), text);
    const script = `${WRAPPED}\n${moved.replaceAll('127.0.0.1:3000', port)}`;
    const env = {
      ...process.env,
      HOME: this.folder,
      DATA_DIR: this.dataDir,
      QUITTANCE_URL: this.url,
      QUITTANCE_TOKEN: '',
    };
    return new Promise((resolve, reject) => {
      execFile('sh', ['-ec', script], { cwd: this.folder, env }, (error, stdout, stderr) => {
        writeFileSync(join(this.folder, 'printed'), stdout.trim().split('\n').at(-1)!);
        if (error) reject(new Error(`exit ${error.code}: ${stdout.slice(-500)}${stderr.slice(-500)}`));
        else resolve();
      });
    });
  }

  /** Analysts' queries must find something: one that finds nothing shows nothing. */
  private async query(text: string, as: string | undefined): Promise<void> {
    const { databaseUrl } = JSON.parse(readFileSync(join(this.dataDir, 'running.json'), 'utf8')) as {
      databaseUrl: string;
    };
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      if (as === undefined) await client.query('set role quittance_reader');
      const { command, rows } = await client.query({ text });
      if (command === 'SELECT' && rows.length === 0) throw new Error('finds no row');
    } finally {
      await client.end();
    }
  }

  private compare(shown: unknown, file: string | undefined): void {
    if (file === undefined) throw new Error('no comment says what it is the shape of, or which file');
    const right = shapeOf(JSON.parse(readFileSync(join(this.folder, file), 'utf8')));
    const got = shapeOf(shown);
    if (got !== right) throw new Error(`has the shape ${got}, answered is ${right}`);
  }

  /** Every metric that is named must be one that is told. */
  private async alerts(text: string): Promise<void> {
    load(text);
    this.metrics ||= await (await fetch(`${this.url}/metrics`)).text();
    for (const [name] of text.matchAll(/quittance_\w+/g)) {
      if (!this.metrics.includes(`# TYPE ${name} `)) throw new Error(`${name} is no metric`);
    }
  }
}

/** Fields and kinds of values, in order; items of a list by the first. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.length === 0 ? '' : shapeOf(value[0])}]`;
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return `{${Object.entries(value)
    .map(([name, item]) => `${name}: ${shapeOf(item)}`)
    .join(', ')}}`;
}
