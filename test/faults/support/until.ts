import { setTimeout as pause } from 'node:timers/promises';

/** Waits until it is so, and answers what was found. @throws Error after the limit, with what was waited for */
export async function until<Found>(
  what: string,
  look: () => Found | Promise<Found>,
  limit = 120_000,
): Promise<NonNullable<Found>> {
  for (const end = Date.now() + limit; ; await pause(5)) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${limit} ms in vain until ${what}`);
  }
}
