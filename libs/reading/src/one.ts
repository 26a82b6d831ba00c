import { AXES, type KnownAxis, type Place, shown } from './known-axis.js';
import { AFTER } from './list/question.js';
import { readQuery } from './query-string.js';
import { Answer } from './reading.js';

/**
 * One thing, as it stands or at the place on both axes that is asked; its revision is the ETag.
 * @throws Rejection 422
 */
export async function answerOne<Thing extends { revision?: number }>(
  axis: KnownAxis,
  query: Record<string, unknown>,
  read: (place?: Place) => Promise<Thing>,
): Promise<Answer> {
  const place = await axis.placeIfAsked(readQuery(query, { ...AXES, ...AFTER }));
  const thing = await read(place);
  const revision = thing.revision === undefined ? undefined : String(thing.revision);
  return new Answer({ ...shown(place), ...thing }, { revision, stale: place?.stale });
}
