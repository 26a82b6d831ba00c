import { randomUUID } from 'node:crypto';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { StreamNotFoundError } from '@eventstore/db-client';
import { event, events, failure, revisions } from './events.js';
import { all, fresh } from './facts.js';
import { Wire, halvesId, part, proposed, readOf, statusOf, textId } from './wire.js';
import type { Ways } from './ways.js';

/** As google.rpc.Code and gRPC number them. */
const CODE = { invalidArgument: 3, deadlineExceeded: 4, notFound: 5, alreadyExists: 6 };
/** What clients of other languages say for the end. */
const END = String(2n ** 64n - 1n);

/** What only clients of other languages say, message by message. */
export function requestRules(opened: () => Ways): void {
  let client: Ways['client'];
  let wire: Wire;
  beforeEach(() => {
    ({ client } = opened());
    wire = new Wire(client);
  });
  const written = async (count: number) => {
    const stream = fresh();
    await client.appendToStream(stream, events(count));
    return stream;
  };
  const codes = async (...parts: Parameters<Wire['batch']>) =>
    (await wire.batch(...parts)).map(({ error, success }) => error?.code ?? (success && 'stored'));

  it('a refused append is answered with the code of its kind', async () => {
    const [stream, deleted] = [await written(1), await written(1)];
    await client.tombstoneStream(deleted);
    const late = part({ stream, within: -1_000, events: [proposed()] });
    const large = part({ stream, events: [proposed(undefined, undefined, `"${'x'.repeat(1_100_000)}"`)] });
    const answers = [
      part({ stream, expected: 'none', events: [proposed()] }),
      part({ stream: deleted, events: [proposed()] }),
      late,
      large,
      part({ stream, events: [proposed(textId('no uuid'))] }),
    ].map((one) => wire.batch([one], 1));
    const errors = (await Promise.all(answers)).map(([answer]) => answer!.error!);
    expect(errors.map(({ code }) => code)).toEqual([
      CODE.alreadyExists,
      CODE.notFound,
      CODE.deadlineExceeded,
      CODE.invalidArgument,
      CODE.invalidArgument,
    ]);
    expect(errors.slice(0, 3).map(({ details }) => details?.typeUrl.replace(/^.*\./, ''))).toEqual([
      'WrongExpectedVersion',
      'StreamDeleted',
      'Timeout',
    ]);
    expect(await revisions(client.readStream(stream))).toEqual([0n]);
  });

  it('an append that nobody finishes is given up at its time, and what comes later of it is not heard', async () => {
    const stream = fresh();
    const correlation = textId();
    const begun = part({ stream, correlation, within: 300, events: [proposed()], final: false });
    const [answer] = await wire.batch([begun], 1);
    expect(answer!.error?.code).toBe(CODE.deadlineExceeded);
    expect(await failure(all(client.readStream(stream)))).toBeInstanceOf(StreamNotFoundError);
  });

  it('the rest of an append that was refused already is not answered again', async () => {
    const stream = fresh();
    const [large, after] = [textId(), textId()];
    const heavy = proposed(undefined, undefined, `"${'x'.repeat(1_100_000)}"`);
    const answers = await codes(
      [
        part({ stream, correlation: large, events: [heavy], final: false }),
        part({ correlation: large, events: [proposed()] }),
        part({ stream, correlation: after, expected: 'none', events: [proposed()] }),
      ],
      2,
    );
    expect(answers).toEqual([CODE.invalidArgument, 'stored']);
  });

  it('an append in parts is stored whole', async () => {
    const stream = fresh();
    const correlation = textId();
    const answers = await codes(
      [
        part({ stream, correlation, expected: 'none', events: [proposed(), proposed()], final: false }),
        part({ correlation, events: [proposed()] }),
      ],
      1,
    );
    expect(answers).toEqual(['stored']);
    expect(await revisions(client.readStream(stream))).toEqual([0n, 1n, 2n]);
  });

  it('an id in two halves is the same as its text, written and read', async () => {
    const stream = fresh();
    const ids = [randomUUID(), 'ffeeddcc-bbaa-4988-8766-554433221100'];
    const sent = part({
      stream,
      correlation: halvesId(randomUUID()),
      events: ids.map((id) => proposed(halvesId(id))),
    });
    const [answer] = await wire.batch([sent], 1);
    expect(answer!.correlationId?.structured).toEqual(sent.getCorrelationId()!.getStructured()!.toObject());
    expect((await all(client.readStream(stream))).map(({ event: one }) => one?.id)).toEqual(ids);
    const halves = (options: ReadReq.Options) =>
      options.setUuidOption(new ReadReq.Options.UUIDOption().setStructured(new Empty()));
    const found = await wire.read(readOf(stream, halves));
    const halvesRead = found.map((one) => one.getEvent()!.getEvent()!.getId()!.toObject().structured);
    expect(halvesRead).toEqual(ids.map((id) => halvesId(id).toObject().structured));
  });

  it('content of any other kind is kept as bytes, and without kind or type refused', async () => {
    const stream = fresh();
    const of = (properties: Record<string, string>) => [
      part({ stream, events: [proposed(undefined, properties, 'a: 1')] }),
    ];
    expect(await codes(of({ type: 'Noted', 'content-type': 'application/yaml' }), 1)).toEqual(['stored']);
    expect(await codes(of({ type: 'Noted' }), 1)).toEqual([CODE.invalidArgument]);
    expect(await codes(of({ 'content-type': 'application/json' }), 1)).toEqual([CODE.invalidArgument]);
    const [one] = await all(client.readStream(stream));
    expect([one!.event!.isJson, Buffer.from(one!.event!.data as Uint8Array).toString()]).toEqual([
      false,
      'a: 1',
    ]);
  });

  it('the end may be said as 2^64 - 1', async () => {
    const stream = await written(3);
    const from = (options: ReadReq.Options) => options.getStream()!.setRevision(END);
    const backwards = readOf(stream, (options) => {
      options.setReadDirection(ReadReq.Options.ReadDirection.BACKWARDS).setCount('1');
      from(options);
    });
    const [last] = await wire.read(backwards);
    expect(last!.getEvent()!.getEvent()!.getStreamRevision()).toBe('2');
    expect(await statusOf(wire.read(readOf(stream, from)))).toEqual(expect.any(Number));
    // Expected of a stream it is none at all.
    const [refused] = await codes([part({ stream, expected: END, events: [proposed()] })], 1);
    expect([
      refused,
      ...(await codes([part({ stream: fresh(), expected: END, events: [proposed()] })], 1)),
    ]).toEqual([CODE.alreadyExists, 'stored']);
  });

  it.each(['a stream', 'everything'])('a subscription to %s from 2^64 - 1 hears what comes', async (what) => {
    const stream = await written(3);
    const request = readOf(stream, (options) => {
      options.setSubscription(new ReadReq.Options.SubscriptionOptions());
      if (what === 'a stream') return void options.getStream()!.setRevision(END);
      const position = new ReadReq.Options.Position().setCommitPosition(END).setPreparePosition(END);
      options.setAll(new ReadReq.Options.AllOptions().setPosition(position));
    });
    const heard = wire.read(request, 3); // the confirmation, the end of catching up, an event
    let over = false;
    const done = heard.finally(() => (over = true));
    // The subscription begins when it begins: facts go on coming until it has heard one.
    while (!over) await client.appendToStream(stream, event());
    const events_ = (await done).flatMap((one) => one.getEvent()?.getEvent()?.getStreamRevision() ?? []);
    expect(events_.every((revision) => Number(revision) > 2)).toBe(true);
    expect(events_.length).toBeGreaterThan(0);
  });

  it('a subscription backwards, and a stream read by a filter, are mistakes of the reader', async () => {
    const stream = await written(1);
    const backwards = readOf(stream, (options) => {
      options.setReadDirection(ReadReq.Options.ReadDirection.BACKWARDS);
      options.setSubscription(new ReadReq.Options.SubscriptionOptions());
    });
    expect(await statusOf(wire.read(backwards))).toBe(CODE.invalidArgument);
    const filtered = readOf(stream, (options) => {
      const filter = new ReadReq.Options.FilterOptions().setCount(new Empty());
      filter.setStreamIdentifier(new ReadReq.Options.FilterOptions.Expression().setRegex('^a'));
      options.setFilter(filter);
    });
    expect(await statusOf(wire.read(filtered))).toBe(CODE.invalidArgument);
  });
}
