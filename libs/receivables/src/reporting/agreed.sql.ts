import type { Cut } from '@quittance/reading';

/** Whether a line of `due_date_lines` counts by the cut and was not revoked by then. */
export const agreedLine = (cut: Cut, alias: string): string => `${cut.line(alias)}
  and not exists (select from live.revocation_lines x where x.extension_id = ${alias}.extension_id and ${cut.line('x')})`;

/**
 * Lines of a table that count, read by themselves before anything puts them in order: else the planner, which is told to avoid
 * sorts, reads them in that order and looks through all the rest once a line.
 */
export const counted = (table: string, alias: string, where: string): string =>
  `(select * from live.${table} ${alias} where ${where} offset 0) ${alias}`;
