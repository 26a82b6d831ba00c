import { addDays, businessDateAt, isBusinessDate, startOfDay } from '@quittance/kernel';
import { settingsFrom } from '@quittance/process/environment';
import { usage } from './exit.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * What `--known-at` means: a date is its end in the entity's zone, and of today all that is known now.
 * @param text as given; none: now
 * @returns an instant, or nothing for now
 * @throws Exit (usage) when it is neither date nor instant, or lies in the future
 */
export function knownAtOf(text: string | undefined, now = new Date()): string | undefined {
  if (text === undefined) return undefined;
  if (/^\d{4}-\d\d-\d\d$/.test(text) && isBusinessDate(text)) {
    const { timeZone } = settingsFrom(process.env);
    const today = businessDateAt(now, timeZone);
    if (text > today) throw usage(`--known-at: ${text} is in the future, today is ${today}`);
    if (text === today) return undefined;
    return new Date(startOfDay(addDays(text, 1), timeZone).getTime() - 1).toISOString();
  }
  if (INSTANT.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw usage(
    `--known-at: "${String(text)}" must be a date YYYY-MM-DD, or an instant with a zone as 2026-03-31T18:00:00+02:00`,
  );
}
