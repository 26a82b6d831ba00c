import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { NOTHING } from './changed.sql.js';
import { EventStream } from './event-stream.js';

it('a stream whose reader left before it began listens to nothing, and leaves no timer behind', async () => {
  const raw = Object.assign(new PassThrough(), { writeHead: () => undefined });
  await once(raw.destroy(), 'close');
  const end = jest.fn();
  const timers = jest.spyOn(globalThis, 'setInterval').mockReturnThis();
  const first = { position: 7n, standing: { behindMs: 0, stale: false, parked: 0 } };
  const reply = { raw, getHeaders: () => ({}), hijack: () => undefined } as unknown as FastifyReply;
  new EventStream({ changed: () => Promise.resolve(NOTHING) }, 7n).open(reply, { seconds: 1, first, end });
  expect([end.mock.calls.length, timers.mock.calls.length]).toEqual([1, 0]);
});
