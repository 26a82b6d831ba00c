import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  binaryEvent,
  EventStoreDBClient,
  streamNameFilter,
  type ResolvedEvent,
  type WrongExpectedVersionError,
} from '@eventstore/db-client';
import { FACT_STREAMS } from '@quittance/receivables';
import { story } from '../support/story.js';
import { event, events, failure } from './events.js';
import { all, fresh } from './facts.js';
import { startNode } from './node.js';
import { credentialsOf } from './protocol.conformance.js';
import { Wire, part, proposed, textId } from './wire.js';

/** What the rules of this folder say at length, in a few lines. */
let node: Awaited<ReturnType<typeof startNode>>;
let client: EventStoreDBClient;
beforeAll(async () => {
  node = await startNode();
  client = EventStoreDBClient.connectionString(node.url);
});
afterAll(async () => {
  await client?.dispose();
  await node?.stop();
});

story(
  'mended-doors',
  'A4',
  'the node answers as the real server: deletions, links, tombstones',
  async (show) => {
    const never = fresh();
    const { actualVersion, constructor } = (await failure(
      client.deleteStream(never),
    )) as WrongExpectedVersionError;
    show({
      input: 'delete a stream that never was: error, actual version, metadata written',
      right: ['WrongExpectedVersionError', -1n, undefined],
      got: [constructor.name, actualVersion, (await client.getStreamMetadata(never)).metadata],
    });

    const [target, links] = [fresh(), fresh()];
    await client.appendToStream(target, events(2));
    await client.appendToStream(links, binaryEvent({ type: '$>', data: Buffer.from(`1@${target}`) }));
    const [led] = await all(client.readStream(links, { resolveLinkTos: true }));
    show({
      input: 'a link to revision 1, read with resolveLinkTos: event, link',
      right: [target, 1n, links],
      got: [led!.event?.streamId, led!.event?.revision, led!.link?.streamId],
    });

    const subscription = client.subscribeToStream(target, { fromRevision: 'end' });
    const heard: (string | undefined)[] = [];
    const ended = new Promise<Error>((resolve) => subscription.on('error', resolve));
    subscription.on('data', ({ event: one }) => heard.push(one?.type));
    await once(subscription, 'caughtUp');
    await client.tombstoneStream(target);
    const error = await ended;
    show({
      input: 'a tombstone, heard live',
      right: ['$streamDeleted', 'StreamDeletedError'],
      got: [...heard, error.constructor.name],
    });
  },
);

story(
  'mended-doors',
  'A4',
  'expressions in the dialect of the real server mean what they mean there',
  async (show) => {
    const mark = fresh();
    const heardBy = async (regex: string) => {
      const subscription = client.subscribeToAll({ filter: streamNameFilter({ regex }) });
      let found: ResolvedEvent | null;
      while (!(found = subscription.read() as ResolvedEvent | null)) await once(subscription, 'readable');
      await subscription.unsubscribe();
      return found.event!.streamId;
    };
    await client.appendToStream(`${mark}Ä`, event());
    show({
      input: `\\A${mark}\\p{Lu}\\z`,
      right: `${mark}Ä`,
      got: await heardBy(`\\A${mark}\\p{Lu}\\z`),
    });
    const refused = client.subscribeToAll({ filter: streamNameFilter({ regex: '(?i)a' }) });
    const error = await once(refused.resume(), 'error').then(([one]) => one as Error);
    show({ input: '(?i)a', right: true, got: error.message.includes('(?i) is not understood here') });
  },
);

story('mended-doors', 'A4', 'appends are refused with the codes of the real server', async (show) => {
  const wire = new Wire(client);
  const [stream, deleted] = [fresh(), fresh()];
  for (const one of [stream, deleted]) await client.appendToStream(one, event());
  await client.tombstoneStream(deleted);
  const parts = [
    part({ stream, expected: 'none', events: [proposed()] }),
    part({ stream: deleted, events: [proposed()] }),
    part({ stream, within: 200, correlation: textId(), events: [proposed()], final: false }),
  ];
  const answers = await Promise.all(parts.map((one) => wire.batch([one], 1)));
  show({
    input: 'wrong revision, deleted stream, an append that nobody finishes within 200 ms',
    right: [6, 5, 4],
    got: answers.map(([answer]) => answer!.error?.code),
  });
});

story(
  'mended-doors',
  'D1',
  'a stream is not read forwards from its end; calls of their own have no order',
  async (show) => {
    const stream = fresh();
    await client.appendToStream(stream, event());
    const refused = await failure(all(client.readStream(stream, { fromRevision: 'end' })));
    show({ input: 'forwards from the end', right: true, got: refused.message.includes('from its end') });
    const sent = events(200);
    const credentials = credentialsOf(node.url);
    const done = await Promise.all(sent.map((one) => client.appendToStream(stream, one, { credentials })));
    const found = new Map(
      (await all(client.readStream(stream))).map(({ event: one }) => [one!.id, one!.revision]),
    );
    show({
      input: '200 appends to one stream, in calls of their own: each lies where it was answered',
      right: done.map(({ nextExpectedRevision }) => nextExpectedRevision).join(),
      got: sent.map(({ id }) => found.get(id)).join(),
    });
  },
);

story('mended-doors', 'D2', 'no filter of Quittance takes a stream of the conformance suite', (show) => {
  const names = [fresh(), fresh('invoice'), fresh('heartbeat'), fresh('payment')];
  const filters = [...FACT_STREAMS, 'heartbeat-'];
  show({
    input: names.map((name) => name.slice(0, 24)),
    right: [],
    got: names.filter((name) => filters.some((prefix) => name.startsWith(prefix))),
  });
});

story('mended-doors', 'D4', 'the conformance suite takes user and password from the address', (show) => {
  const sources = readdirSync(__dirname).map((name) => readFileSync(join(__dirname, name), 'utf8'));
  const standard = ['change', 'it'].join('');
  show({
    input: 'esdb://ada:s%40lt@db1,db2?tls=true',
    right: { username: 'ada', password: 's@lt', inSources: false },
    got: {
      ...credentialsOf('esdb://ada:s%40lt@db1,db2?tls=true'),
      inSources: sources.some((source) => source.includes(standard)),
    },
  });
});
