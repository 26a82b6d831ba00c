import { randomUUID } from 'node:crypto';
import type { CommandContext } from '@quittance/event-store';
import type { Actor } from '@quittance/kernel';
import type { FastifyRequest } from 'fastify';
import { isIdText } from './validation.js';

// What the door keeps with a request while it is under way.
declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set once the token was verified. */
    actor?: Actor;
    /** Their name, where a provider said it when they signed in. */
    signedInAs?: string;
    correlationId?: string;
    /** W3C trace context of this request, where requests are traced. */
    traceparent?: string;
    /** SHA-256 (hex) of route and body as they were understood; set where a body was read. */
    bodyHash?: string;
    /** SHA-256 (hex) of route and body byte by byte. */
    formerBodyHash?: string;
    commandContext?: CommandContext;
    /** What the caller was refused with. */
    refusal?: { status: number; code: string; field?: string };
  }
}

/** What a command takes of a request beside the command itself. */
export type Asker = Pick<
  FastifyRequest,
  'actor' | 'correlationId' | 'headers' | 'query' | 'traceparent' | 'refusal'
>;

/** The caller's X-Correlation-Id where it is printable and at most 100 characters, else a new one. */
export function correlationOf(request: Asker): string {
  const given = request.headers['x-correlation-id'];
  return (request.correlationId ??= isIdText(given) ? given : randomUUID());
}
