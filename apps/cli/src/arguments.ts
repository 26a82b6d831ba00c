import { InvalidArgumentError } from 'commander';
import { isBusinessDate, isRole, looksLikeSystem, ROLES } from '@quittance/kernel';

// Values of options, checked as they are read: a wrong one is a usage error that names the option.

export function businessDate(text: string): string {
  if (!isBusinessDate(text)) throw new InvalidArgumentError('It must be a date that exists, as YYYY-MM-DD.');
  return text;
}

export const whole =
  (min: number, max: number) =>
  (text: string): number => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
    if (!(value >= min && value <= max)) {
      throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
    }
    return value;
  };

export const oneOf =
  (...values: string[]) =>
  (text: string): string => {
    if (!values.includes(text)) throw new InvalidArgumentError(`It must be one of ${values.join(', ')}.`);
    return text;
  };

/** Roles with commas between. */
export function roles(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isRole(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`"${unknown}" is no role; roles are ${ROLES.join(', ')}`);
  return [...new Set(names)];
}

/** Who somebody is to Quittance: the `sub` of their tokens. */
export function subject(text: string): string {
  const sub = text.normalize('NFC').trim();
  if (!sub || [...sub].length > 100 || /[\p{C}\p{Zl}\p{Zp}]/u.test(sub) || looksLikeSystem(sub)) {
    throw new InvalidArgumentError('printable text of 1 to 100 characters, not beginning with "system:"');
  }
  return sub;
}
