import { jsonEvent, type EventStoreDBClient, type ResolvedEvent } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { all } from './facts.js';

/** An event of the bare client. */
export function event(id: string = randomUUID(), data: Record<string, unknown> = {}, type = 'Noted') {
  return jsonEvent({ id, type, data });
}

export function events(count: number) {
  return Array.from({ length: count }, (_, i) => event(randomUUID(), { i }));
}

export async function revisions(found: AsyncIterable<ResolvedEvent>): Promise<(bigint | undefined)[]> {
  return (await all(found)).map(({ event }) => event?.revision);
}

/** The error of a call that must fail. */
export async function failure(call: Promise<unknown>): Promise<Error> {
  return call.then(
    () => new Error('it did not fail'),
    (error: Error) => error,
  );
}

export async function endOf(client: EventStoreDBClient) {
  const [last] = await all(client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 }));
  return last!.event!.position;
}
