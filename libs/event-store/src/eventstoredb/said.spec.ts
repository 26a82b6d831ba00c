import { Any } from 'google-protobuf/google/protobuf/any_pb';
import {
  AccessDenied,
  AllStreamPosition,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  StreamIdentifier,
  Timeout,
  UUID,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { BatchAppendReq, BatchAppendResp, ReadReq } from '@eventstore/db-client/generated/streams_pb';
import fc from 'fast-check';
import { parse } from 'protobufjs';
import { FactTooLargeError, StoreUnavailableError, StreamDeletedError } from '../event-store.js';
import { answerFrom, batchAppend } from './batch-append.js';
import { readAll, readLast, readStream, subscription } from './read-request.js';

const text = fc.string({ unit: 'grapheme', maxLength: 100 });
const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const stored = fc.record({ id: fc.uuid(), type: text, data: text, metadata: text });
/** Of a field that the client's classes do not know yet: `google.protobuf.Duration deadline = 7`. */
const timeoutIn = (bytes: Uint8Array): number => {
  const read = NewerRequest.toObject(NewerRequest.decode(bytes), { longs: Number }) as {
    options: { deadline: { seconds: number; nanos: number } };
  };
  const { seconds, nanos } = read.options.deadline;
  return seconds * 1000 + nanos / 1e6;
};
const NewerRequest = parse(`syntax = "proto3";
  message Duration { int64 seconds = 1; int32 nanos = 2; }
  message Options { Duration deadline = 7; }
  message Request { Options options = 2; }`).root.lookupType('Request');
const plain = (bytes: Uint8Array) => Buffer.from(bytes).toString();

describe('An append', () => {
  it('is read by the client’s own classes as what was to be appended', () => {
    const append = fc.record({
      id: fc.uuid(),
      stream: text,
      expected: fc.oneof(uint64, fc.constant('none' as const)),
      deadline: fc.integer({ min: 0, max: 4e12 }),
      timeout: fc.integer({ min: 0, max: 4e6 }),
      facts: fc.array(stored, { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(append, (one) => {
        const [bytes, ...more] = batchAppend(one);
        expect(more).toEqual([]);
        const read = BatchAppendReq.deserializeBinary(bytes!);
        const options = read.getOptions()!;
        expect(read.getCorrelationId()!.getString()).toBe(one.id);
        expect(read.getIsFinal()).toBe(true);
        expect(plain(options.getStreamIdentifier()!.getStreamName_asU8())).toBe(one.stream);
        expect(options.hasNoStream()).toBe(one.expected === 'none');
        if (one.expected !== 'none') expect(options.getStreamPosition()).toBe(String(one.expected));
        expect(options.getDeadline()!.toDate().getTime()).toBe(one.deadline);
        expect(timeoutIn(bytes!)).toBe(one.timeout);
        expect(
          read.getProposedMessagesList().map((message) => ({
            id: message.getId()!.getString(),
            properties: message.getMetadataMap().toArray(),
            metadata: plain(message.getCustomMetadata_asU8()),
            data: plain(message.getData_asU8()),
          })),
        ).toEqual(
          one.facts.map(({ id, type, metadata, data }) => ({
            id,
            properties: [
              ['content-type', 'application/json'],
              ['type', type],
            ],
            metadata,
            data,
          })),
        );
      }),
    );
  });

  it('of many megabytes goes in messages that a server takes, of which the last says that it is', () => {
    const facts = Array.from({ length: 9 }, (_, i) => ({
      id: `01234567-89ab-cdef-0123-00000000000${i}`,
      type: 'InvoiceIssued',
      data: JSON.stringify('x'.repeat(1_000_000)),
      metadata: '{}',
    }));
    const [id, stream, expected] = ['01234567-89ab-cdef-0123-456789abcdef', 'invoice-1', 'none'] as const;
    const messages = batchAppend({ id, stream, expected, deadline: 0, timeout: 0, facts });
    expect(Math.max(...messages.map(({ length }) => length))).toBeLessThan(4 * 1024 * 1024);
    const read = messages.map((bytes) => BatchAppendReq.deserializeBinary(bytes));
    expect(read.map((message) => message.getIsFinal())).toEqual([false, false, true]);
    expect(read.map((message) => message.hasOptions())).toEqual([true, false, false]);
    expect(read.map((message) => message.getCorrelationId()!.getString())).toEqual([id, id, id]);
    const ids = read.flatMap((message) =>
      message.getProposedMessagesList().map((m) => m.getId()!.getString()),
    );
    expect(ids).toEqual(facts.map((fact) => fact.id));
  });
});

describe('The answer to an append', () => {
  const id = '01234567-89ab-cdef-0123-456789abcdef';
  const answer = (fill: (response: BatchAppendResp) => unknown) => {
    const response = new BatchAppendResp().setCorrelationId(new UUID().setString(id));
    response.setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from('invoice-1')));
    fill(response);
    return answerFrom(Buffer.from(response.serializeBinary()));
  };
  const refused = (name: string, detail: { serializeBinary(): Uint8Array }) =>
    answer((response) => {
      const any = new Any();
      any.pack(detail.serializeBinary(), `event_store.client.${name}`);
      response.setError(new Status().setMessage('it said').setDetails(any));
    }).outcome;

  it('is where the facts are', () => {
    fc.assert(
      fc.property(uint64, uint64, uint64, (revision, commit, prepare) => {
        const position = new AllStreamPosition()
          .setCommitPosition(String(commit))
          .setPreparePosition(String(prepare));
        const success = new BatchAppendResp.Success()
          .setCurrentRevision(String(revision))
          .setPosition(position);
        expect(answer((response) => response.setSuccess(success))).toEqual({
          id,
          outcome: { result: 'appended', revision, position: { commit, prepare } },
        });
      }),
    );
  });

  it('is unknown when the server does not say where, or says nothing', () => {
    const nowhere = new BatchAppendResp.Success().setCurrentRevision('3');
    expect(answer((response) => response.setSuccess(nowhere)).outcome).toMatchObject({ result: 'unknown' });
    expect(answer(() => undefined)).toMatchObject({ id, outcome: { result: 'unknown' } });
  });

  it('says where the stream is when it is not where it was expected', () => {
    fc.assert(
      fc.property(uint64, (actual) => {
        const at = new WrongExpectedVersion().setCurrentStreamRevision(String(actual));
        expect(refused('WrongExpectedVersion', at)).toEqual({ result: 'conflict', actual });
      }),
    );
    const nothing = new WrongExpectedVersion().setExpectedStreamPosition('7');
    expect(refused('WrongExpectedVersion', nothing)).toEqual({ result: 'conflict', actual: 'none' });
  });

  it('is an error where no try again will help', () => {
    expect(refused('StreamDeleted', new StreamDeleted())).toEqual(new StreamDeletedError('invoice-1'));
    const large = new MaximumAppendSizeExceeded().setMaxappendsize(7);
    expect(refused('MaximumAppendSizeExceeded', large)).toBeInstanceOf(FactTooLargeError);
    expect(refused('AccessDenied', new AccessDenied())).toEqual(
      new StoreUnavailableError(
        'the event store denies access: its account may not write invoice-1 ($w in the ACL; ' +
          'docs/operations.md, An ordinary account): it said',
      ),
    );
  });

  it('is unknown for every other refusal', () => {
    const cause = { message: 'the event store answered Timeout: it said' };
    expect(refused('Timeout', new Timeout())).toMatchObject({ result: 'unknown', cause });
  });
});

describe('A request to read', () => {
  const optionsOf = (bytes: Buffer) => ReadReq.deserializeBinary(bytes).getOptions()!;

  it('of one stream goes on from a revision to its end', () => {
    fc.assert(
      fc.property(text, uint64, (stream, from) => {
        const options = optionsOf(readStream(stream, from));
        const of = options.getStream()!;
        expect(plain(of.getStreamIdentifier()!.getStreamName_asU8())).toBe(stream);
        expect(of.getRevision()).toBe(String(from));
        expect(options.getReadDirection()).toBe(0);
        expect(options.getCount()).toBe(String(Number.MAX_SAFE_INTEGER));
        expect(options.hasNoFilter()).toBe(true);
        expect(options.getUuidOption()!.hasString()).toBe(true);
      }),
    );
    for (const from of [2n ** 53n - 1n, 2n ** 53n + 1n]) {
      expect(optionsOf(readStream('a', from)).getStream()!.getRevision()).toBe(String(from));
    }
  });

  it('of the last event of a stream goes backwards from its end: forwards there is nothing to go from', () => {
    const options = optionsOf(readLast('a'));
    expect(plain(options.getStream()!.getStreamIdentifier()!.getStreamName_asU8())).toBe('a');
    expect([options.getStream()!.hasEnd(), options.getReadDirection(), options.getCount()]).toEqual([
      true,
      1,
      '1',
    ]);
  });

  it('of all streams begins at a position, at the start or at the end', () => {
    fc.assert(
      fc.property(uint64, uint64, (commit, prepare) => {
        const position = optionsOf(readAll({ commit, prepare })).getAll()!.getPosition()!;
        expect(position.getCommitPosition()).toBe(String(commit));
        expect(position.getPreparePosition()).toBe(String(prepare));
      }),
    );
    expect(optionsOf(readAll('start')).getAll()!.hasStart()).toBe(true);
    expect(
      optionsOf(readAll('end', { backwards: true }))
        .getAll()!
        .hasEnd(),
    ).toBe(true);
  });

  it('that goes on for ever is filtered by names of streams, or leaves out the store’s own events', () => {
    const some = optionsOf(subscription('start', ['invoice-', 'payment-']));
    expect(some.hasSubscription()).toBe(true);
    expect(some.getAll()!.hasStart()).toBe(true);
    expect(some.getFilter()!.hasEventType()).toBe(false);
    expect(some.getFilter()!.getStreamIdentifier()!.getPrefixList()).toEqual(['invoice-', 'payment-']);
    expect(some.getFilter()!.getCheckpointintervalmultiplier()).toBe(16);
    expect(some.getFilter()!.hasCount()).toBe(true);
    const all = optionsOf(subscription({ commit: 5n, prepare: 5n }, []));
    expect(all.getAll()!.getPosition()!.getCommitPosition()).toBe('5');
    expect(all.getFilter()!.getEventType()!.getRegex()).toBe('^[^$].*');
    expect(all.getUuidOption()!.hasString()).toBe(true);
  });
});
