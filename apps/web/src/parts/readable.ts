/** Marks that turn the direction of what follows, and those that end such a turn. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A sentence in its own direction: a name within it does not turn the amounts behind it around. */
export const readable = (sentence: string): string => sentence.replace(TURNS, '');
