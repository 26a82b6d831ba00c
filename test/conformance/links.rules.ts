import { binaryEvent, type ResolvedEvent } from '@eventstore/db-client';
import { once } from 'node:events';
import { events } from './events.js';
import { all, fresh } from './facts.js';
import type { Ways } from './ways.js';

/** Links (`$>`, `revision@stream`) as the server's own projections write them. */
export function linkRules(opened: () => Ways): void {
  let client: Ways['client'];
  let target: string;
  let links: string;
  beforeEach(async () => {
    ({ client } = opened());
    target = fresh('target');
    links = fresh('links');
    await client.appendToStream(target, events(3));
    const to = (text: string) => binaryEvent({ type: '$>', data: Buffer.from(text) });
    await client.appendToStream(links, [to(`1@${target}`), to(`9@${target}`), to(`0@${target}`)]);
  });

  /** The target's revision and the link's own. */
  const led = (found: ResolvedEvent[]) => found.map(({ event, link }) => [event?.revision, link?.revision]);
  const LED = [
    [1n, 0n],
    [undefined, 1n],
    [0n, 2n],
  ];

  it('are led to where they are asked to be, either way', async () => {
    expect(led(await all(client.readStream(links, { resolveLinkTos: true })))).toEqual(LED);
    const backwards = { direction: 'backwards', fromRevision: 'end', resolveLinkTos: true } as const;
    expect(led(await all(client.readStream(links, backwards)))).toEqual([...LED].reverse());
    const [first] = await all(client.readStream(links, { resolveLinkTos: true, maxCount: 1 }));
    expect([first!.event!.streamId, first!.link!.streamId, first!.link!.type]).toEqual([target, links, '$>']);
  });

  it('are events like any other where they are not', async () => {
    const found = await all(client.readStream(links));
    expect(led(found)).toEqual([0n, 1n, 2n].map((revision) => [revision, undefined]));
  });

  it('are led to in reads of everything', async () => {
    const [first] = await all(client.readStream(links));
    const found = await all(
      client.readAll({ fromPosition: first!.event!.position!, maxCount: 3, resolveLinkTos: true }),
    );
    expect(led(found)).toEqual(LED);
  });

  it('are led to by subscriptions, what is there and what comes', async () => {
    const subscription = client.subscribeToStream(links, { resolveLinkTos: true });
    const found: ResolvedEvent[] = [];
    const hear = async (count: number) => {
      while (found.length < count) {
        const next = subscription.read() as ResolvedEvent | null;
        if (next) found.push(next);
        else await once(subscription, 'readable');
      }
    };
    await hear(3);
    await client.appendToStream(links, binaryEvent({ type: '$>', data: Buffer.from(`2@${target}`) }));
    await hear(4);
    await subscription.unsubscribe();
    expect(led(found)).toEqual([...LED, [2n, 3n]]);
  });

  it('lead to nothing that was cut away or deleted', async () => {
    await client.setStreamMetadata(target, { truncateBefore: 1 });
    expect(led(await all(client.readStream(links, { resolveLinkTos: true })))[2]).toEqual([undefined, 2n]);
    await client.deleteStream(target);
    expect(led(await all(client.readStream(links, { resolveLinkTos: true })))[0]).toEqual([undefined, 0n]);
  });
}
