import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { messages } from './protocol.js';
import { readResponse } from './read-response.js';
import { TOMBSTONE_REVISION, uuidText } from './stored-event.js';

const bytes = fc.uint8Array({ maxLength: 300 }).map((value) => Buffer.from(value));
const event = fc.record({
  position: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  stream: fc.string({ unit: 'grapheme', maxLength: 200 }),
  revision: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  id: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((value) => Buffer.from(value)),
  type: fc.string({ unit: 'grapheme', maxLength: 200 }),
  json: fc.boolean(),
  data: bytes,
  metadata: bytes,
  created: fc.integer({ min: 0, max: 4e12 }),
});

describe('the message of an event, written by hand', () => {
  it('is what protobuf reads as that event, whatever is in it', () => {
    fc.assert(
      fc.property(event, (one) => {
        const read = messages.readResponse.decode(readResponse(one)).event!;
        expect(String(read.commit)).toBe(String(one.position));
        expect({
          ...read.event,
          id: read.event.id.text,
          stream: String(read.event.stream.name),
          revision: String(read.event.revision),
          prepare: String(read.event.prepare),
          commit: String(read.event.commit),
          data: read.event.data.toString('hex'),
          metadata: read.event.metadata.toString('hex'),
        }).toEqual({
          id: uuidText(one.id),
          stream: one.stream,
          revision: String(one.revision),
          prepare: String(one.position),
          commit: String(one.position),
          properties: {
            type: one.type,
            'content-type': one.json ? 'application/json' : 'application/octet-stream',
            created: `${one.created}0000`,
          },
          data: one.data.toString('hex'),
          metadata: one.metadata.toString('hex'),
        });
      }),
    );
  });

  it('says the revision of a tombstone, which no number can', () => {
    const nothing = Buffer.alloc(0);
    const tombstone = readResponse({
      position: 7,
      stream: 'gone',
      revision: TOMBSTONE_REVISION,
      id: randomBytes(16),
      type: '$streamDeleted',
      json: false,
      data: nothing,
      metadata: nothing,
      created: 1,
    });
    expect(String(messages.readResponse.decode(tombstone).event!.event.revision)).toBe('9223372036854775807');
  });
});
