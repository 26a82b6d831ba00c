import type { WorkOffered } from './feature.js';

let offered: readonly WorkOffered[] = [];

/** What features give people to do: said once, when a process begins. */
export const offerWork = (all: readonly WorkOffered[]): void => void (offered = all);
export const workOffered = (): readonly WorkOffered[] => offered;
