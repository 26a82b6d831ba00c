import type { Cut } from '@quittance/reading';

/** Whether a line of `due_date_lines` counts by the cut and was not revoked by then. */
export const agreedLine = (cut: Cut, alias: string): string => `${cut.line(alias)}
  and not exists (select from live.revocation_lines x where x.extension_id = ${alias}.extension_id and ${cut.line('x')})`;
