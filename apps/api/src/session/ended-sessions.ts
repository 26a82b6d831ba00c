import type { EndedSessions } from '@quittance/http';
import type { Pool } from 'pg';

/** In PostgreSQL, so that every api process knows of them. */
export const endedSessions = (pool: Pool): EndedSessions => ({
  async add(session, until) {
    await pool.query(
      `with over as (delete from page.ended_sessions where until < clock_timestamp())
       insert into page.ended_sessions (session, until) values ($1, to_timestamp($2)) on conflict do nothing`,
      [session, until],
    );
  },
  async has(session) {
    const { rows } = await pool.query('select from page.ended_sessions where session = $1', [session]);
    return rows.length > 0;
  },
});
