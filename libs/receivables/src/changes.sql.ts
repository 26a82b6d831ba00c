import type { Cut } from '@quittance/reading';

/** Which table says how fields changed, and the row that they are of. */
export interface FieldsOf {
  /** `customer_lines`. */
  table: string;
  /** The row's alias. */
  row: string;
}

/**
 * `changed (fields)`: of fields that ever changed, the last change that counts and is known by the cut; where none does,
 * what the field was before the first change that was ever recorded.
 */
export const changedAt = (cut: Cut, { table, row }: FieldsOf): string => `
  left join lateral (
    select jsonb_object_agg(f.field, f.value) as fields from (
      select distinct on (l.field) l.field, case when ${cut.line('l')} then l.value else l.before end as value
      from live.${table} l where ${row}.changed_on is not null and l.of_id = ${row}.id
      order by l.field, (${cut.line('l')}) desc, case when ${cut.line('l')} then l.effective_on end desc,
               case when ${cut.line('l')} then l.position else -l.position end desc
    ) f
  ) changed on true`;

/** A field as it was by the cut, where it ever changed; else as it is otherwise. */
export function fieldAt(
  field: string,
  otherwise: string,
  as: 'text' | 'boolean' | 'jsonb' | 'text[]' = 'text',
): string {
  const value =
    as === 'jsonb'
      ? `nullif(changed.fields -> '${field}', 'null')`
      : as === 'text[]'
        ? `array(select jsonb_array_elements_text(nullif(changed.fields -> '${field}', 'null')))`
        : `(changed.fields ->> '${field}')${as === 'boolean' ? '::boolean' : ''}`;
  return `case when changed.fields ? '${field}' then ${value} else ${otherwise} end`;
}
