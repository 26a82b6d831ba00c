import { changedFrom, changedTo } from './changes.decider.js';
import type { Changed } from './changes.events.js';
import { ERASED } from './personal.js';

/**
 * `name from Rossi to Rossi S.p.A.`, a part a field.
 * @param words fields as a person calls them
 * @param own values that have words of their own
 */
export function changesInWords(
  fact: Changed,
  words: Readonly<Record<string, string>> = {},
  own?: (field: string, value: unknown) => string | undefined,
): string[] {
  const [from, to] = [changedFrom(fact), changedTo(fact)];
  const says = (field: string, value: unknown): string => own?.(field, value) ?? inWords(value);
  return Object.keys(to).map((field) => {
    const name = words[field] ?? field;
    if (fact.personal?.erased && fact.sealed.includes(field)) return `${name} ${ERASED}`;
    const [before, after] = [from[field], to[field]];
    if (after === undefined) return `${name} emptied, before ${says(field, before)}`;
    return before === undefined
      ? `${name} ${says(field, after)}`
      : `${name} from ${says(field, before)} to ${says(field, after)}`;
  });
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(' and ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, of]) => (/^[A-Z]{3}$/.test(name) ? `${inWords(of)} ${name}` : inWords(of)))
      .join(' ');
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
