import { isIP } from 'node:net';
import { SettingsError } from './settings-error.js';

/** An address, or one with the length of its prefix. All of them (`/0`) would believe any caller. */
export function isNetwork(part: string): boolean {
  const [address, prefix, more] = part.split('/');
  const version = isIP(address ?? '');
  if (version === 0 || more !== undefined) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= (version === 4 ? 32 : 128);
}

/** Addresses and networks with commas between. @throws SettingsError */
export function networks(value: string | undefined, name: string): string[] {
  if (value === undefined) return [];
  const given = value.split(',').map((part) => part.trim());
  const wrong = given.find((part) => !isNetwork(part));
  if (wrong === undefined) return given;
  throw new SettingsError(
    `${name}: ${wrong || 'nothing'} is no address or network (as 10.0.0.5 or 10.0.0.0/8), with commas between`,
  );
}
