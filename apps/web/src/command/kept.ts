import type { Values } from './command';

/**
 * What is kept in the browser until its window is closed, and no longer: what was typed, for whoever has to sign in again
 * meanwhile, and the reasons given last.
 */
const REASONS = 'quittance.reasons';
const MOST_REASONS = 5;

const typedKey = (name: string, of: string): string => `quittance.typed.${name}.${of}`;

export const keepTyped = (name: string, of: string, values: Values): void =>
  sessionStorage.setItem(typedKey(name, of), JSON.stringify(values));

export const forgetTyped = (name: string, of: string): void => sessionStorage.removeItem(typedKey(name, of));

export const typedBefore = (name: string, of: string): Values | undefined =>
  parsed(sessionStorage.getItem(typedKey(name, of))) as Values | undefined;

export const reasonsGiven = (): string[] => {
  const kept = parsed(sessionStorage.getItem(REASONS));
  return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
};

export function keepReason(reason: string): void {
  const others = reasonsGiven().filter((one) => one !== reason);
  sessionStorage.setItem(REASONS, JSON.stringify([reason, ...others].slice(0, MOST_REASONS)));
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
