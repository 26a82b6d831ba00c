import type { Tone } from '../template.events.js';

/** What a language says: facts alike in every tone, and what each tone puts around them. */
export interface Written {
  subject: string;
  /** What is owed, since when. */
  facts: string;
  /** What is held on account; nothing where nothing is. */
  held: string;
  tones: Readonly<Record<Tone, { greeting: string; asks: string; closing: string }>>;
}
