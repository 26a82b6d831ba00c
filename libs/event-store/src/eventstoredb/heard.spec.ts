import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import fc from 'fast-check';
import { heardFrom } from './heard.js';

const { ReadEvent } = ReadResp;
const { RecordedEvent } = ReadEvent;

const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const text = fc.string({ unit: 'grapheme', maxLength: 200 });
const json = fc.dictionary(text, fc.jsonValue());
const created = fc.integer({ min: 0, max: 7_258_118_400_000 });
const event = fc.record({
  stream: text,
  revision: uint64,
  commit: uint64,
  prepare: uint64,
  id: fc.uuid(),
  type: text,
  data: json,
  metadata: json,
  created,
  hundredNanoseconds: fc.integer({ min: 0, max: 9_999 }),
});
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** The event as the client's own classes write it. */
function written(one: Event, id = new UUID().setString(one.id)): InstanceType<typeof RecordedEvent> {
  const recorded = new RecordedEvent();
  recorded.setId(id);
  recorded.setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(one.stream)));
  recorded.setStreamRevision(String(one.revision));
  recorded.setCommitPosition(String(one.commit)).setPreparePosition(String(one.prepare));
  recorded.getMetadataMap().set('content-type', 'application/json').set('type', one.type);
  recorded
    .getMetadataMap()
    .set('created', `${one.created}${String(one.hundredNanoseconds).padStart(4, '0')}`);
  recorded.setData(Buffer.from(JSON.stringify(one.data)));
  recorded.setCustomMetadata(Buffer.from(JSON.stringify(one.metadata)));
  return recorded;
}

const bytesOf = (message: { serializeBinary(): Uint8Array }) => Buffer.from(message.serializeBinary());
const ofEvent = (recorded: InstanceType<typeof RecordedEvent>) =>
  new ReadResp().setEvent(new ReadEvent().setEvent(recorded).setCommitPosition('1'));
const simple: Event = {
  stream: 'invoice-1',
  revision: 0n,
  commit: 1n,
  prepare: 1n,
  id: '01234567-89ab-cdef-0123-456789abcdef',
  type: 'InvoiceIssued',
  data: { total: '1.00' },
  metadata: {},
  created: 0,
  hundredNanoseconds: 0,
};

describe('What a read hears', () => {
  it('is the event that the server wrote, whatever is in it', () => {
    fc.assert(
      fc.property(event, (one) => {
        const { revision, commit, prepare, created, stream, id, type, data, metadata } = one;
        const fact = { stream, id, type, revision, position: { commit, prepare } };
        expect(heardFrom(bytesOf(ofEvent(written(one))))).toEqual({
          event: {
            ...fact,
            data: JSON.parse(JSON.stringify(data)) as unknown,
            metadata: JSON.parse(JSON.stringify(metadata)) as unknown,
            recordedAt: new Date(created),
          },
        });
      }),
    );
  });

  it.each([0n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 53n - 1n, 2n ** 53n + 1n, 2n ** 64n - 1n])(
    'knows revision %p to the last digit',
    (revision) => {
      expect(heardFrom(bytesOf(ofEvent(written({ ...simple, revision })))).event).toMatchObject({ revision });
    },
  );

  it('has the id of an event as text, also when the server says it in two halves', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
        const halves = new UUID.Structured()
          .setMostSignificantBits(String(bytes.readBigInt64BE(0)))
          .setLeastSignificantBits(String(bytes.readBigInt64BE(8)));
        const recorded = written(simple, new UUID().setStructured(halves));
        expect(heardFrom(bytesOf(ofEvent(recorded))).event).toMatchObject({ id });
      }),
    );
  });

  it('leaves bytes that are no JSON as they are, and text that is none as text', () => {
    const binary = written(simple);
    binary.getMetadataMap().set('content-type', 'application/octet-stream');
    binary.setData(Buffer.from('{"a":1}'));
    const heard = heardFrom(bytesOf(ofEvent(binary))).event!;
    expect(Buffer.from(heard.data as unknown as Buffer).toString()).toBe('{"a":1}');
    const broken = written(simple).setData(Buffer.from('{"a":'));
    expect(heardFrom(bytesOf(ofEvent(broken))).event).toMatchObject({ data: '{"a":' });
  });

  it('has empty metadata where an event has none', () => {
    const bare = written(simple).setCustomMetadata('');
    expect(heardFrom(bytesOf(ofEvent(bare))).event).toMatchObject({ metadata: {} });
  });

  it('knows what the server says between events', () => {
    const position = { commit: 2n ** 63n, prepare: 7n };
    const checkpoint = new ReadResp.Checkpoint()
      .setCommitPosition(String(position.commit))
      .setPreparePosition(String(position.prepare));
    const confirmation = new ReadResp.SubscriptionConfirmation().setSubscriptionId('abc');
    const notFound = new ReadResp.StreamNotFound().setStreamIdentifier(new StreamIdentifier());
    const said = (response: ReadResp) => heardFrom(bytesOf(response));
    expect(said(new ReadResp().setCheckpoint(checkpoint))).toEqual({ checkpoint: position });
    expect(said(new ReadResp().setConfirmation(confirmation))).toEqual({ confirmed: true });
    expect(said(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()))).toEqual({ caughtUp: true });
    expect(said(new ReadResp().setFellBehind(new ReadResp.FellBehind()))).toEqual({});
    expect(said(new ReadResp().setStreamNotFound(notFound))).toEqual({ notFound: true });
    expect(said(new ReadResp().setFirstStreamPosition('9'))).toEqual({});
  });

  it('skips fields that it does not know, wherever they are', () => {
    const link = written({ ...simple, stream: '$links' });
    const resolved = new ReadEvent().setLink(link).setEvent(written(simple)).setNoPosition(new Empty());
    const strange = Buffer.from([0xfa, 0x3e, 3, 1, 2, 3, 0xf8, 0x3e, 0x96, 1, 0xfd, 0x3e, 0, 0, 0, 0]);
    const bytes = Buffer.concat([strange, bytesOf(new ReadResp().setEvent(resolved)), strange]);
    expect(heardFrom(bytes).event).toMatchObject({ stream: 'invoice-1', data: { total: '1.00' } });
  });

  it('is refused when it is cut off', () => {
    const whole = bytesOf(ofEvent(written(simple)));
    expect(() => heardFrom(whole.subarray(0, whole.length - 1))).toThrow(RangeError);
  });
});
