import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

/** Counts a refused token against the address it came from. @throws ProblemError 429 when there were too many */
export type RefusalLimit = (request: FastifyRequest) => Promise<void>;

/** Refused tokens (401) that one address may send in a minute. A network of IPv6 (/64) counts as one address. */
export async function limitRefusals(fastify: FastifyInstance, most: number): Promise<RefusalLimit> {
  await fastify.register(rateLimit, { global: false, max: most, timeWindow: 60_000 });
  const count = fastify.createRateLimit();
  return async (request) => {
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    const seconds = Math.max(1, counted.ttlInSeconds);
    throw new ProblemError(
      429,
      'too-many-refusals',
      `Too many requests without a valid token came from this address: try again in ${seconds} s.`,
      [],
      { 'Retry-After': String(seconds) },
    );
  };
}
