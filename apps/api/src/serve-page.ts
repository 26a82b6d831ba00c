import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/** Nothing inline, nothing from elsewhere, in no frame, and no text that becomes markup by itself. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': CONTENT_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
  'Content-Type': 'text/html; charset=utf-8',
  Vary: 'Accept, Accept-Encoding',
};

/** What the API answers itself, also where there is no such route. The page takes the code of a sign-in. */
const NOT_PAGES =
  /^\/+(?:v1|session(?!\/start(?:$|\?))|docs|openapi\.json|health|metrics|assets)(?:[/?#]|$)/i;

/** The page as `scripts/build.mjs` left it: beside the built API, or in dist when the sources run. */
function folderOfPage(): string | undefined {
  const places = [join(__dirname, '../../web'), join(__dirname, '../../../dist/apps/web')];
  return places.find((place) => existsSync(join(place, 'assets')));
}

/**
 * Serves the page: its files under `/assets`, named by their content and kept for a year; and index.html at every other
 * address that a browser opens and that is no route. Without a build there is no page, and such an address is not found.
 */
export async function servePage(fastify: Fastify): Promise<void> {
  const folder = folderOfPage();
  if (!folder) return;
  await fastify.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
  });
  const icon = readFileSync(join(folder, 'icon.svg'));
  fastify.get('/icon.svg', (_request, reply) =>
    reply.header('Cache-Control', 'max-age=86400').type('image/svg+xml').send(icon),
  );
  const page = pageOf(folder);
  fastify.addHook('onRequest', async (request, reply) => {
    if (!isPage(request)) return;
    void reply.status(200).headers({ ...HEADERS, ETag: page.etag });
    if (request.headers['if-none-match'] === page.etag) return reply.status(304).send();
    const coding = (['br', 'gzip'] as const).find((one) => accepts(request, one));
    if (coding) void reply.header('Content-Encoding', coding);
    return reply.send(coding ? page[coding] : page.plain);
  });
}

function pageOf(folder: string) {
  const file = join(folder, 'index.html');
  const plain = readFileSync(file);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { plain, br: readFileSync(`${file}.br`), gzip: readFileSync(`${file}.gz`), etag };
}

/** A browser that opens an address, and no route of its own stands there. */
const isPage = (request: FastifyRequest): boolean =>
  request.is404 &&
  ['GET', 'HEAD'].includes(request.method) &&
  (request.headers.accept ?? '').includes('text/html') &&
  !NOT_PAGES.test(request.url);

const accepts = (request: FastifyRequest, coding: string): boolean =>
  new RegExp(`(?:^|,)\\s*${coding}\\s*(?:,|;(?!\\s*q=0(?:\\.0*)?\\s*(?:,|$))|$)`).test(
    String(request.headers['accept-encoding'] ?? ''),
  );
