import type { Cut } from '@quittance/reading';

/** Limits in force at the cut, one row a name and currency. */
export const limitsAt = (cut: Cut): string => `
  select l.name, l.currency, l.value
  from (select distinct on (name, currency) * from live.limit_lines l
        where ${cut.line('l')} order by name, currency, position desc) l
  where l.value is not null
    and not exists (select from live.limit_lines lifted
                    where lifted.name = l.name and lifted.currency = '*' and lifted.position > l.position
                      and ${cut.line('lifted')})`;
