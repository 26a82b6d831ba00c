import { createHash } from 'node:crypto';
import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import type { FieldError } from '@quittance/kernel';
import canonicalize from 'canonicalize';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { noDays } from './business-days.js';
import { pointer, readJson } from './json.js';
import { ProblemError } from './problem.js';

/** Bytes of a body, where a route says nothing else. */
export const LARGEST_BODY = 64 * 1024;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Bytes of a body that the route takes, when `LARGEST_BODY` is not enough for it. */
    largestBody?: number;
    /** Names and items of a body that holds many commands, where the route takes one. */
    mostValues?: number;
  }
}

/**
 * The only bodies taken are JSON in UTF-8. What was understood is hashed together with the route, so that a retry is
 * the same request however its JSON is written; the hash of the bytes is what former releases stored.
 */
export function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addHook('onRoute', (route) => {
    const { largestBody } = route.config ?? {};
    if (largestBody !== undefined) route.bodyLimit = largestBody;
  });
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    try {
      const charset = /charset=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
      if (charset && charset.toLowerCase() !== 'utf-8') {
        throw new ProblemError(415, 'media-type', 'The body must be application/json in UTF-8.');
      }
      const { mostValues } = request.routeOptions.config;
      const body = readJson(bytes as Buffer, mostValues);
      // Of a body of many commands each is hashed by itself.
      if (mostValues === undefined) hashRequest(request, body, bytes as Buffer);
      done(null, body);
    } catch (error) {
      done(error as Error);
    }
  });
}

function hashRequest(request: FastifyRequest, body: unknown, bytes: Buffer): void {
  request.bodyHash = requestHash(request, body, bytes);
  request.formerBodyHash = createHash('sha256')
    .update(`${request.method} ${request.url.split('?', 1)[0]}\n`)
    .update(bytes)
    .digest('hex');
}

/**
 * SHA-256 (hex) of the RFC 8785 form of method, path and body: texts as they were written, nothing filled in. A lone
 * half of a surrogate pair goes in as its escape, so that the rule of its field says what is wrong. A number beyond all
 * bounds has no such form: then the bytes are hashed, and its field refuses it.
 */
export function requestHash(
  { method, url }: Pick<FastifyRequest, 'method' | 'url'>,
  body: unknown,
  bytes: Buffer,
): string {
  const path = url.split('?', 1)[0]!.split('/').map(decodeURIComponent);
  let understood: string | undefined;
  try {
    understood = canonicalize({ method, path, body });
  } catch {
    understood = undefined;
  }
  return createHash('sha256')
    .update(understood ?? bytes)
    .digest('hex');
}

/** Bodies become instances of their class, checked; query strings and path parameters pass, they are read by hand. */
@Injectable()
export class BodyPipe implements PipeTransform {
  /** @param hasDay whether the entity's zone had that day */
  constructor(private readonly hasDay: (date: string) => boolean = () => true) {}

  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type !== 'body' || !metatype) return value;
    const body = checked(metatype as Type<object>, value);
    const errors = noDays(body, this.hasDay);
    if (errors.length > 0) throw invalid(errors);
    return body;
  }
}

/** @throws ProblemError 422 with every wrong field, 400 when there is no body at all */
export function checked<Body extends object>(type: Type<Body>, value: unknown): Body {
  if (value === undefined) throw new ProblemError(400, 'unparsable', 'A JSON object is needed as the body.');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid([{ field: '', rule: 'object', value, hint: 'the body must be a JSON object' }]);
  }
  const body = plainToInstance(type, value);
  const errors = validateSync(body, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  if (errors.length > 0) throw invalid(errors.flatMap((error) => fieldErrors(error, [])));
  return body;
}

const invalid = (errors: FieldError[]): ProblemError =>
  new ProblemError(
    422,
    'invalid',
    errors.length > 1 ? `${errors.length} fields are wrong.` : 'A field is wrong.',
    errors,
  );

function fieldErrors(error: ValidationError, parents: readonly string[]): FieldError[] {
  const path = [...parents, error.property];
  const field = pointer(path);
  const rules = Object.entries(error.constraints ?? {});
  const broken =
    rules.find(([rule]) => rule === UNKNOWN) ?? rules.find(([rule]) => rule !== NESTED) ?? rules[0];
  // What is in a list or object that is wrong as a whole is not looked at.
  if (broken) return [wrong(field, broken, error.value as unknown)];
  return (error.children ?? []).flatMap((child) => fieldErrors(child, path));
}

const UNKNOWN = 'whitelistValidation';
const NESTED = 'nestedValidation';

/** A field is told one rule at a time: that it is missing, unknown, or the first rule it breaks. */
function wrong(field: string, [rule, hint]: [string, string], value: unknown): FieldError {
  if (rule === UNKNOWN)
    return { field, rule: 'unknown-field', value, hint: 'this request has no such field' };
  if (value === undefined) return { field, rule: 'required', hint };
  return { field, rule: rule.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`), value, hint };
}
