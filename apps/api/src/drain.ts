import type { FastifyInstance } from 'fastify';

/** At the end, a connection whose last request has been answered is not kept for another. */
export function drain(fastify: FastifyInstance): void {
  let stopping = false;
  fastify.addHook('preClose', (done) => {
    stopping = true;
    done();
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) void reply.header('Connection', 'close');
    done();
  });
}
