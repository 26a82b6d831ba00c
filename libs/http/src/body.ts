import { createHash } from 'node:crypto';
import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import type { FieldError } from '@quittance/kernel';
import type { FastifyInstance } from 'fastify';
import { readFields } from './fields.js';
import { readJson } from './json.js';
import { ProblemError } from './problem.js';

export const LARGEST_BODY = 1024 * 1024;

/** The only bodies taken are JSON in UTF-8; what was sent is hashed together with the route. */
export function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    try {
      const charset = /charset=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
      if (charset && charset.toLowerCase() !== 'utf-8') {
        throw new ProblemError(415, 'media-type', 'The body must be application/json in UTF-8.');
      }
      const path = request.url.split('?', 1)[0];
      request.bodyHash = createHash('sha256')
        .update(`${request.method} ${path}\n`)
        .update(bytes)
        .digest('hex');
      done(null, readJson(bytes as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
}

/** Bodies become instances of their class, checked; query strings and path parameters pass, they are read by hand. */
@Injectable()
export class BodyPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type !== 'body' || !metatype) return value;
    return checked(metatype as Type<object>, value);
  }
}

/** @throws ProblemError 422 with every wrong field, 400 when there is no body at all */
export function checked<Body extends object>(type: Type<Body>, value: unknown): Body {
  if (value === undefined) throw new ProblemError(400, 'unparsable', 'A JSON object is needed as the body.');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid([{ field: '', rule: 'object', value, hint: 'the body must be a JSON object' }]);
  }
  const errors: FieldError[] = [];
  const body = readFields(type, value, errors);
  if (errors.length > 0) throw invalid(errors);
  return body;
}

const invalid = (errors: FieldError[]): ProblemError =>
  new ProblemError(
    422,
    'invalid',
    errors.length > 1 ? `${errors.length} fields are wrong.` : 'A field is wrong.',
    errors,
  );
