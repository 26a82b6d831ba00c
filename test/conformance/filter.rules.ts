import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { eventTypeFilter, streamNameFilter, type ResolvedEvent } from '@eventstore/db-client';
import { event } from './events.js';
import { fresh, OURS } from './facts.js';
import type { Ways } from './ways.js';

/** Regular expressions are those of .NET: what JavaScript reads otherwise, or lacks. */
export function filterRules(opened: () => Ways): void {
  let client: Ways['client'];
  beforeEach(() => ({ client } = opened()));

  const here = OURS.replace('-', '\\-');

  it.each([
    ['\\A and \\z', (mark: string) => `\\A${here}Ä${mark}\\z`],
    ['\\p{Lu}', (mark: string) => `^${here}\\p{Lu}${mark}$`],
    ['\\w of every script', (mark: string) => `^${here}[^\\W\\da-z]${mark}$`],
    ['a named group', (mark: string) => `^${here}(?<letter>[Ä])${mark}$`],
  ])('names of streams by %s', async (_, expression) => {
    const mark = randomUUID().replaceAll('-', '');
    const fromPosition = await client.appendToStream(fresh(), event()).then(({ position }) => position!);
    const filter = streamNameFilter({ regex: expression(mark) });
    const subscription = client.subscribeToAll({ fromPosition, filter });
    for (const letter of ['a', '1', 'Ä']) await client.appendToStream(`${OURS}${letter}${mark}`, event());
    let found: ResolvedEvent | null;
    while (!(found = subscription.read() as ResolvedEvent | null)) await once(subscription, 'readable');
    expect(found.event!.streamId).toBe(`${OURS}Ä${mark}`);
    await subscription.unsubscribe();
  });

  it('an expression that is none is a mistake of the reader', async () => {
    const subscription = client.subscribeToAll({ filter: eventTypeFilter({ regex: '(a' }) });
    const [error] = (await once(subscription.resume(), 'error').catch((one: Error) => [one])) as [Error];
    expect(error).toBeInstanceOf(Error);
  });
}
