import { InvalidArgumentError } from 'commander';
import { isBusinessDate } from '@quittance/kernel';

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
