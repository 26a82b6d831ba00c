import { applyDecorators, type Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation, ApiProperty, ApiResponse } from '@nestjs/swagger';
import type { FastifyContextConfig } from 'fastify';
import { LARGEST_BODY } from './body.js';
import type { Written } from './command.js';
import { OF_COMMANDS, Refusals } from './refusals.js';

/** What every write answers, as OpenAPI shows it. */
export class WrittenAnswer implements Written {
  @ApiProperty({ description: 'What paths take.', example: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c' })
  id!: string;

  @ApiProperty({ type: 'integer', description: 'The stream is at this revision; also the ETag.', example: 0 })
  revision!: number;

  @ApiProperty({ description: 'Decimal. `?after=` of a read waits for it.', example: '184467' })
  position!: string;
}

export interface WriteRoute {
  summary: string;
  description?: string;
  /** WrittenAnswer when not given. */
  answer?: Type<Written>;
  /** Whether it can begin a stream (201); else it always answers 200. */
  creates?: boolean;
  /** Bytes of its body, where it takes more than other routes do. */
  largestBody?: number;
  /** Codes of refusals beside those that every write has: `{ 409: ['number-taken'] }`. */
  refusals?: Record<number, readonly string[]>;
}

const HEADERS = {
  ETag: { description: 'The quoted revision, for If-Match.', schema: { type: 'string', example: '"0"' } },
  'Quittance-Position': { description: 'As `position`.', schema: { type: 'string' } },
  'Idempotency-Replayed': {
    description: '`true` when an earlier request with the key had done it.',
    schema: { type: 'string' },
  },
} as const;

/** A POST that carries a command: marked for `answerWrites`, and what OpenAPI says of it. */
export function WriteRoute(route: WriteRoute): MethodDecorator {
  const { summary, description, answer = WrittenAnswer, creates = false, largestBody, refusals = {} } = route;
  const done = (status: number, text: string): MethodDecorator =>
    ApiResponse({ status, description: text, type: answer, headers: HEADERS });
  return applyDecorators(
    RouteConfig({ write: true, largestBody } satisfies FastifyContextConfig),
    ApiOperation({ summary, description: [description, bodyOf(largestBody)].filter(Boolean).join(' ') }),
    ...(creates ? [done(201, 'Done, and a replay of it.')] : []),
    done(200, creates ? 'Nothing to do: it was so already.' : 'Done, or nothing to do.'),
    Refusals(...OF_COMMANDS, ...Object.values(refusals).flat()),
  );
}

const bodyOf = (largest = LARGEST_BODY): string => `A body of at most ${largest / 1024} KiB.`;
