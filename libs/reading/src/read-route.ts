import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { CSV_FORM } from './csv.js';
import { AFTER } from './lists.js';
import { ApiParameters, type Parameters } from './query-string.js';
import { ParkedRows } from './parked-rows.js';
import { ReadingInterceptor } from './reading.js';

export interface ReadRoute {
  summary: string;
  description?: string;
  /** Beside `after`, which every read takes. */
  parameters?: Parameters;
  /** An answer as it comes. */
  example: object;
  /** The answer as OpenAPI describes it. */
  schema?: object;
  /** Whether `Accept: text/csv` gives rows. */
  csv?: boolean;
  /** The stream that the thing with this id is of: it is marked while that is parked. */
  stream?: (id: string) => string;
}

const text = (description: string): object => ({ description, schema: { type: 'string' } });

const HEADERS = {
  'Quittance-Position': text('How far the projector was: a position, decimal.'),
  'Quittance-Stale': text('`true` when the read model is known to be behind.'),
  'Quittance-Parked': text('How many streams are parked: the answer may leave out their later facts.'),
  'Quittance-Content-Hash': text('SHA-256 (hex) of the RFC 8785 form of the body.'),
};

/** A GET: the interceptor around it, and what OpenAPI says of it. */
export function ReadRoute(route: ReadRoute): MethodDecorator {
  const { summary, description, parameters = {}, example, schema, csv = false, stream } = route;
  const rows = 'With `Accept: text/csv`: the rows; all of them when no `limit` is given.';
  return applyDecorators(
    UseInterceptors(ReadingInterceptor, ...(stream ? [ParkedRows.of(stream)] : [])),
    ApiOperation({ summary, description: [description, csv && rows].filter(Boolean).join(' ') || undefined }),
    ApiParameters({ ...parameters, ...(csv && CSV_FORM), ...AFTER }),
    ApiOkResponse({
      description: summary,
      headers: HEADERS,
      content: {
        'application/json': { schema: schema ?? { type: 'object' }, example },
        ...(csv && { 'text/csv': { schema: { type: 'string' } } }),
      },
    }),
  );
}
