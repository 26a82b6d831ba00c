import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { isInstant, isUuid, isVisible, tidy } from '@quittance/http';
import { type FieldError, isBusinessDate, isCurrency, Rejection } from '@quittance/kernel';

/** One parameter of a query: how its text is read, and what a wrong one is told. */
export interface Parameter<T = unknown> {
  rule: string;
  hint: string;
  example?: string;
  /** Whether a question without it is refused, which who reads it does. */
  required?: boolean;
  /** As OpenAPI describes it; a text when left out. */
  schema?: object;
  /** The value, or undefined when the text is none. */
  read(text: string): T | undefined;
}

export type Parameters = Record<string, Parameter>;

/** What was asked, each parameter with its type; absent ones undefined. */
export type Question<P extends Parameters> = {
  [Name in keyof P]?: P[Name] extends Parameter<infer T> ? T : never;
};

/**
 * Reads a query. A parameter given without a value, twice, unknown or wrong is named.
 * @throws Rejection 422
 */
export function readQuery<P extends Parameters>(query: Record<string, unknown>, parameters: P): Question<P> {
  const errors: FieldError[] = [];
  const question: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(query)) {
    const field = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (!parameter) {
      const hint = `this route takes ${Object.keys(parameters).join(', ') || 'no parameters'}`;
      errors.push({ field, rule: 'unknown-parameter', hint });
    } else if (typeof value !== 'string') {
      errors.push({ field, rule: 'once', value, hint: 'give the parameter once' });
    } else {
      question[name] = value.includes('\0') ? undefined : parameter.read(value);
      if (question[name] === undefined) {
        errors.push({ field, rule: parameter.rule, value, hint: parameter.hint });
      }
    }
  }
  if (errors.length > 0) throw Rejection.invalid('invalid', 'A parameter is wrong.', ...errors);
  return question as Question<P>;
}

/** Documents the parameters of a route in OpenAPI, each with an example. */
export const ApiParameters = (parameters: Parameters): MethodDecorator =>
  applyDecorators(
    ...Object.entries(parameters).map(
      ([name, { hint, example, required = false, schema = { type: 'string' } }]) =>
        ApiQuery({
          ...{ name, required, description: hint, schema },
          example: example !== undefined && 'minimum' in schema ? Number(example) : example,
        }),
    ),
  );

export const asDate = (about: string, example = '2026-03-31'): Parameter<string> => ({
  rule: 'date',
  hint: `${about}: a date that exists, as YYYY-MM-DD`,
  example,
  schema: { type: 'string', format: 'date' },
  read: (text) => (isBusinessDate(text) ? text : undefined),
});

/** An instant with zone, to the millisecond. An unescaped `+` of an offset arrives as a space. */
export const asInstant = (about: string, example = '2026-04-01T07:00:00Z'): Parameter<Date> => ({
  rule: 'instant',
  hint: `${about}: an ISO 8601 instant with zone, 2026-04-01T09:00:00+02:00`,
  example,
  read: readInstant,
});

export function readInstant(text: string): Date | undefined {
  const iso = text.replace(' ', '+').replace(',', '.');
  return isInstant(iso) ? new Date(iso) : undefined;
}

export const asOneOf = <V extends string>(about: string, ...values: V[]): Parameter<V> => ({
  rule: 'one-of',
  hint: `${about}: one of ${values.join(', ')}`,
  example: values[0],
  schema: { type: 'string', enum: values },
  read: (text) => values.find((value) => value === text),
});

export const asWhole = (about: string, min: number, max: number, example: string): Parameter<number> => ({
  rule: 'whole',
  hint: `${about}: a whole number from ${min} to ${max}`,
  example,
  schema: { type: 'integer', minimum: min, maximum: max },
  read: (text) =>
    /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined,
});

export const asCurrency = (about: string): Parameter<string> => ({
  rule: 'currency',
  hint: `${about}: a code of ISO 4217, as EUR`,
  example: 'EUR',
  read: (text) => (isCurrency(text) ? text : undefined),
});

/** A position of the log, as answered. */
export const asPosition = (about: string): Parameter<bigint> => ({
  rule: 'position',
  hint: `${about}: a position as answered, a decimal text`,
  example: '48213',
  read: (text) => (/^\d{1,18}$/.test(text) ? BigInt(text) : undefined),
});

/** Text as it is stored: NFC and trimmed. */
export const asText = (about: string, example?: string): Parameter<string> => ({
  rule: 'text',
  hint: `${about}: text of 1 to 200 characters`,
  example,
  read: (given) => (given.length <= 400 && isVisible(given) ? tidy(given) : undefined),
});

export const asUuid = (about: string, example?: string): Parameter<string> => ({
  rule: 'uuid',
  hint: `${about}: the id as answered, a uuid`,
  example,
  read: (given) => (isUuid(given) ? given.toLowerCase() : undefined),
});
