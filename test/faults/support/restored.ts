import { Client } from 'pg';

/**
 * A copy of a database as it is on this day, to restore it to later. Whoever is connected is cut off for the moment,
 * as by any restore. @param adminUrl the superuser, in any database; @param url the database, as its owner connects
 */
export async function copyOfTheDay(adminUrl: string, url: string): Promise<{ restore(): Promise<void> }> {
  const { database, owner } = named(url);
  const copy = `${database}_copy`;
  await aside(adminUrl, async (run) => {
    await run(`alter database "${database}" allow_connections false`);
    await run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
    await run(`create database "${copy}" template "${database}" owner "${owner}"`);
    await run(`alter database "${database}" allow_connections true`);
  });
  return {
    restore: () =>
      aside(adminUrl, async (run) => {
        await run(`drop database "${database}" with (force)`);
        await run(`alter database "${copy}" rename to "${database}"`);
      }),
  };
}

async function aside(
  adminUrl: string,
  work: (run: (sql: string) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const sql = new Client({ connectionString: adminUrl.replace(/(\/\/[^/]*\/)[^?]+/, '$1postgres') });
  await sql.connect();
  try {
    await work((text) => sql.query(text));
  } finally {
    await sql.end();
  }
}

function named(url: string): { database: string; owner: string } {
  const [, owner, database] = /\/\/([^@]+)@[^/]*\/([^?]+)/.exec(url)!;
  return { database: database!, owner: owner! };
}
