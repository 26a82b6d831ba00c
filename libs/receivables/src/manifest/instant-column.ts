import { code } from '@quittance/reading';

/** A column of a list that shows an instant of a table without axes, in UTC: an order of its texts is an order of instants. */
export const instantColumn = (about: string, column: string, example: string) => ({
  ...code(about, example, {
    sql: `to_char(r.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  }),
  schema: { type: 'string', format: 'date-time' },
  value: (cell: unknown) => (cell as Date).toISOString(),
});
