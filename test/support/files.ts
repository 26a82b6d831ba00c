import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quittance, type Ran } from './command-line.js';
import { type Quittance, startQuittance } from './quittance.js';

/** What an invoice's row needs. */
export const INVOICE = 'number,customerId,issuedOn,dueOn,total';

/** A running Quittance, and files whose columns are called as the fields are. */
export class Files {
  private made = 0;

  private constructor(
    readonly running: Quittance,
    private readonly folder: string,
  ) {}

  static async start(): Promise<Files> {
    return new Files(await startQuittance(), await mkdtemp(join(tmpdir(), 'quittance-files-')));
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Runs `import` with these words before the file and options behind it. */
  async imported(words: string[], header: string, rows: string[], ...options: string[]): Promise<Ran> {
    const path = join(this.folder, `${(this.made += 1)}.csv`);
    await writeFile(path, [header, ...rows, ''].join('\n'));
    const columns = Object.fromEntries(header.split(',').map((field) => [field, field]));
    await writeFile(`${path}.json`, JSON.stringify({ constants: { currency: 'EUR' }, columns }));
    return quittance(['import', ...words, path, '--mapping', `${path}.json`, ...options], {
      QUITTANCE_URL: this.running.url,
      DATA_DIR: this.running.dataDir,
      QUITTANCE_TOKEN: '',
    }).ended;
  }
}

/** One of the counts of what an import added. */
export const addedBy = ({ last }: Ran, what: string): number | undefined =>
  (last.added as Record<string, number> | undefined)?.[what];
