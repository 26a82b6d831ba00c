import { businessDateAt, offsetChanges } from '@quittance/kernel';
import { Pool } from 'pg';
import { startTestDatabases, type TestDatabases } from '../../../test/support/stores.js';
import { Bind } from './list/sql.js';
import { localDate } from './local-date.sql.js';

// Zones that PostgreSQL reads the other way round or not at all, and zones with days that are odd.
const ZONES = [
  ...['UTC+3', 'utc-09:30', 'local', 'UTC', 'Europe/Rome', 'Africa/Casablanca', 'Africa/Cairo'],
  ...['America/Havana', 'America/St_Johns', 'Asia/Beirut', 'Asia/Kathmandu', 'Pacific/Apia'],
];
const HOUR = 3_600_000;

describe('the local date of an instant in SQL', () => {
  let databases: TestDatabases;
  let pool: Pool;
  beforeAll(async () => {
    databases = await startTestDatabases();
    pool = new Pool({ connectionString: databases.databaseUrl });
  });
  afterAll(async () => {
    await pool?.end();
    await databases?.stop();
  });

  it.each(ZONES)('is the business date: %s', async (zone) => {
    const around = offsetChanges(zone).from.flatMap((change) =>
      [-25, -1, 0, 1, 25].flatMap((hours) => [-1, 0].map((ms) => change.getTime() + hours * HOUR + ms)),
    );
    const each = Array.from({ length: 1_000 }, (_, i) => i * 499 * HOUR);
    const instants = [...around, ...each]
      .filter((at) => at > 0 && at < Date.UTC(2027, 0, 1))
      .map((at) => new Date(at));
    const bind = new Bind();
    const date = localDate(bind, zone)('t.at');
    const { rows } = await pool.query<{ day: string }>(
      `select (${date})::text as day from unnest(${bind.add(instants)}::timestamptz[]) with ordinality t (at, i) order by i`,
      bind.values,
    );
    expect(rows.map(({ day }) => day)).toEqual(instants.map((at) => businessDateAt(at, zone)));
  });
});
