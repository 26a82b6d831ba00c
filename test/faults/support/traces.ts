import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** Where texts and bytes can still be found, in everything that PostgreSQL keeps of two databases. */
export class Traces {
  private constructor(private readonly admin: Client) {}

  /** @param adminUrl of the superuser */
  static async of(adminUrl: string): Promise<Traces> {
    const admin = new Client({ connectionString: adminUrl });
    await admin.connect();
    return new Traces(admin);
  }

  close(): Promise<void> {
    return this.admin.end();
  }

  /** Tables with rows that hold the text, the planner's statistics and functions' texts too. */
  async inTables(text: string): Promise<string[]> {
    const { rows: tables } = await this.admin.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') union all select 'pg_catalog.pg_statistic'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await this.admin.query(`select from ${name} t where strpos(t::text, $1) > 0 limit 1`, [
        text,
      ]);
      if (rows.length) found.push(name);
    }
    return found.sort();
  }

  /** Files of the database and of the server's log that hold one of these; the write-ahead log is left out. */
  async inFiles(wanted: readonly (string | Buffer)[], eventsDatabase: string): Promise<string[]> {
    await this.admin.query('checkpoint');
    const { rows } = await this.admin.query<{ folder: string; databases: string[] }>(
      `select current_setting('data_directory') as folder,
              array(select oid::text from pg_database where datname in (current_database(), $1)) as databases`,
      [eventsDatabase],
    );
    const { folder, databases } = rows[0]!;
    const files = databases.flatMap((database) => {
      const path = join(folder, 'base', database);
      return readdirSync(path).map((name) => join(path, name));
    });
    return [...files, `${folder}.log`].filter((file) => {
      const bytes = contentOf(file);
      return wanted.some((one) => bytes.includes(one));
    });
  }
}

/** A file that PostgreSQL has just removed holds nothing. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
