/** A file or its mapping cannot be used, as a whole: one line that says why, and what to do. Nothing was sent. */
export class Unusable extends Error {
  override name = 'Unusable';
}

export const unusable = (message: string): Unusable => new Unusable(message);
