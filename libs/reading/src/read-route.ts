import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Refusals } from '@quittance/http';
import { CSV_FORM } from './csv.js';
import { AFTER } from './list/question.js';
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
  schema: object;
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
const ETAG = { ETag: text('The quoted revision, for If-Match; not of the past.') };
const LINK = { Link: text('Of a page as CSV: the next one, `rel="next"`.') };

/** What parked streams leave out of it, an answer says with a mark. */
export const markable = (schema: object): object => {
  const { properties } = schema as { properties?: object };
  return { ...schema, properties: { ...properties, parked: MARK } };
};
const MARK = {
  type: 'boolean',
  enum: [true],
  description: 'Its stream is parked: later facts are missing from it',
};

/** A GET: the interceptor around it, and what OpenAPI says of it. */
export function ReadRoute(route: ReadRoute): MethodDecorator {
  const { summary, description, parameters = {}, example, schema, csv = false, stream } = route;
  // A list marks its rows; of one thing it may be all that is there.
  const one = stream !== undefined && !csv;
  const revised = 'revision' in ((schema as { properties?: object }).properties ?? {});
  const rows = 'With `format=csv` or `Accept: text/csv`: the rows; all of them when no `limit` is given.';
  return applyDecorators(
    UseInterceptors(ReadingInterceptor, ...(stream ? [ParkedRows.of(stream)] : [])),
    ApiOperation({ summary, description: [description, csv && rows].filter(Boolean).join(' ') || undefined }),
    ApiParameters({ ...(csv && CSV_FORM), ...parameters, ...AFTER }),
    Refusals(
      ...['invalid', 'not-yet-projected'],
      ...('knownAt' in parameters ? ['not-yet-complete'] : []),
      ...(one ? ['parked'] : []),
    ),
    ApiOkResponse({
      description: summary,
      headers: { ...HEADERS, ...(revised && ETAG), ...(csv && LINK) },
      content: {
        'application/json': { schema: one ? markable(schema) : schema, example },
        ...(csv && { 'text/csv': { schema: { type: 'string' } } }),
      },
    }),
  );
}
