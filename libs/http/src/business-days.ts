import type { FieldError } from '@quittance/kernel';
import { pointer } from './json.js';

/** The date fields of each class of a request, by its prototype. */
const dates = new WeakMap<object, string[]>();

export function noteDate(target: object, key: string): void {
  dates.set(target, [...(dates.get(target) ?? []), key]);
}

/** Every date of a checked request that is no day in the entity's zone: the zone went over it. */
export function noDays(
  body: object,
  hasDay: (date: string) => boolean,
  path: readonly (string | number)[] = [],
): FieldError[] {
  const own = datesOf(body);
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
    if (own.includes(name) && typeof value === 'string' && !hasDay(value)) {
      const hint = "a day that the entity's time zone had";
      return [{ field: pointer([...path, name]), rule: 'date', value, hint }];
    }
    return typeof value === 'object' && value !== null ? noDays(value, hasDay, [...path, name]) : [];
  });
}

function datesOf(body: object): string[] {
  const own: string[] = [];
  for (
    let type = Object.getPrototypeOf(body) as object | null;
    type;
    type = Object.getPrototypeOf(type) as object | null
  )
    own.push(...(dates.get(type) ?? []));
  return own;
}
