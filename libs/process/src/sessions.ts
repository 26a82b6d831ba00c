/**
 * What the facts of this release are like, as far as another process must know: the number after the slash in the names
 * of our sessions (`quittance api/2`). 2: facts have MACs. Names of releases before have no number.
 */
const GENERATION = 2;

/** The name that a session in PostgreSQL shows. */
export const sessionName = (process: string): string => `quittance ${process}/${GENERATION}`;

/** Sessions in this database of processes that write facts without MACs, or cannot read MacBegun. */
export const FORMER_RELEASE_AT_WORK = `
  select application_name from pg_stat_activity
  where datname = current_database()
    and application_name in ('quittance api', 'quittance projector', 'quittance projector lease', 'quittance reactor')
  order by application_name limit 1`;
