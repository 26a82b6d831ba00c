import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problem.js';

/**
 * Whether the page of another site sends it. A browser says so in `Sec-Fetch-Site`; one that does not (http, or an old
 * one) names in `Origin` the page that sends. @returns undefined when the request says neither: then no page sends it
 */
export function isOfOtherSite({ headers, host }: FastifyRequest): boolean | undefined {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  const { origin } = headers;
  if (origin === undefined) return undefined;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/**
 * A browser sends its cookie along, whoever makes it write: so a write that is let in by the cookie must come from our own
 * page, and be JSON, which the form of another page cannot send.
 * @throws ProblemError 403, 415
 */
export function refuseOtherSites(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (isOfOtherSite(request) !== false) throw otherSite();
  const type = request.headers['content-type'] ?? '';
  // What the form of another page can send, its key aside, is known by where it comes from.
  if (request.routeOptions.config.upload && /^multipart\/form-data\s*;/i.test(type)) return;
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ProblemError(415, 'media-type', 'The body must be application/json in UTF-8.');
  }
}

export const otherSite = (): ProblemError =>
  new ProblemError(
    403,
    'other-site',
    'A session writes only from pages of this installation: send a bearer token from anywhere else.',
  );
