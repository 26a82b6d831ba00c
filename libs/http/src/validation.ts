import { AMOUNT_PATTERN, EARLIEST_DATE, isBusinessDate, isCurrency } from '@quittance/kernel';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { noteDate } from './business-days.js';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';

// The fields a request can have. Each decorator checks (the rule's name and hint go into the problem), and
// documents (OpenAPI). Compose: `@Optional() @IsAmount() net?: string`.

/** One rule on a field: what a wrong value is told, and what a right one looks like in OpenAPI. */
export function Rule(
  name: string,
  hint: string,
  holds: (value: unknown) => boolean,
  api: ApiPropertyOptions = {},
): PropertyDecorator {
  const check = ValidateBy({ name, validator: { validate: holds, defaultMessage: () => hint } });
  const document = ApiProperty(api);
  return (target, key) => {
    check(target, key);
    document(target, key);
  };
}

/** The field may be left out. `null` is not the same as left out and is refused by the field's own rule. */
export function Optional(): PropertyDecorator {
  const check = ValidateIf((_object, value) => value !== undefined);
  const document = ApiProperty({ required: false });
  return (target, key) => {
    check(target, key);
    document(target, key);
  };
}

/** The field may be left out, and `null` empties it. */
export function OptionalOrNull(): PropertyDecorator {
  const check = ValidateIf((_object, value) => value !== undefined && value !== null);
  const document = ApiProperty({ required: false, nullable: true });
  return (target, key) => {
    check(target, key);
    document(target, key);
  };
}

/** An amount on the wire: a string of AMOUNT_PATTERN. JSON numbers are refused: they are floats. */
export const IsAmount = (): PropertyDecorator =>
  Rule(
    'amount',
    'a string of digits, at most 15 before the point, no sign and no exponent: "1234.50"',
    (value) => typeof value === 'string' && value.length <= 40 && AMOUNT_PATTERN.test(value),
    { type: String, pattern: AMOUNT_PATTERN.source, example: '1220.00' },
  );

const isRecordable = (value: unknown): boolean => isBusinessDate(value) && value >= EARLIEST_DATE;

/** A plain date `YYYY-MM-DD` that exists, not before 1900; whether the entity's zone had it is asked by `noDays`. */
export function IsBusinessDate(): PropertyDecorator {
  const rule = Rule('date', `a date that exists, as YYYY-MM-DD, from ${EARLIEST_DATE} on`, isRecordable, {
    type: String,
    format: 'date',
    example: '2026-03-31',
  });
  return (target, key) => {
    noteDate(target, key as string);
    rule(target, key);
  };
}

/** ISO 4217, upper case, with a minor unit (XAU and XXX are unknown). */
export const IsCurrency = (): PropertyDecorator =>
  Rule('currency', 'an ISO 4217 code in capitals of a currency with a minor unit: EUR', isCurrency, {
    type: String,
    pattern: '^[A-Z]{3}$',
    example: 'EUR',
  });

const INSTANT =
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/;

/** Whether it is an ISO 8601 instant with a zone, in the years 0001 to 9999 of UTC: `2026-03-31T09:30:00+02:00`. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || !INSTANT.test(value) || !isBusinessDate(value.slice(0, 10))) return false;
  const instant = new Date(value.replace(',', '.'));
  return !Number.isNaN(instant.getTime()) && isBusinessDate(instant.toISOString().slice(0, 10));
}

export const IsInstant = (): PropertyDecorator =>
  Rule('instant', 'an ISO 8601 instant with zone: 2026-03-31T09:30:00Z', isInstant, {
    type: String,
    format: 'date-time',
    example: '2026-03-31T09:30:00Z',
  });

const ASCII = /^[ -~]+$/;
// What an id must not hold: control, format, surrogate, private-use and unassigned characters, line separators.
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/u;
const UNSTORABLE = /[\0\p{Surrogate}]/u;
/** More than ten marks on one letter: no writing has them, and to bring a million of them into order takes minutes. */
const OVERLADEN = /\p{M}{11}/u;
/** Something to see: no blank, mark of direction, joiner, filler or tag. The blank of Braille is a symbol to Unicode. */
const VISIBLE = /[^\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether it is text: there is something to see in it, and nothing that no writing has. */
export const isVisible = (text: string): boolean => VISIBLE.test(text) && !OVERLADEN.test(text);

/** NFC and trimmed: the form in which ids and names are stored and compared. */
export const tidy = (text: string): string => (OVERLADEN.test(text) ? text : text.normalize('NFC').trim());

/** Whether an id can be stored as it is: printable, tidy, not empty, at most `max` characters. */
export const isIdText = (value: unknown, max = 100): value is string =>
  typeof value === 'string' &&
  value.length > 0 &&
  value.length <= max * 2 &&
  isVisible(value) &&
  // Nearly all are ASCII, and most requests hold several: those are told without counting characters.
  (ASCII.test(value) ? value.length <= max : [...value].length <= max && !UNPRINTABLE.test(value));

const Tidied = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? tidy(value) : value,
);

/** An id of the outside world (customer id, invoice number, person): printable, stored NFC and trimmed. */
export function IsIdText(max = 100): PropertyDecorator {
  const rule = Rule('text', `printable text of 1 to ${max} characters`, (value) => isIdText(value, max), {
    type: String,
    minLength: 1,
    maxLength: max,
  });
  return (target, key) => {
    Tidied(target, key);
    rule(target, key);
  };
}

/** Free text of 1 to `max` characters, trimmed; lines are allowed, NUL is not. */
export function IsFreeText(max: number): PropertyDecorator {
  const rule = Rule(
    'text',
    `text of 1 to ${max} characters, some of them to be seen, without NUL`,
    (value) =>
      typeof value === 'string' && value.length <= max && isVisible(value) && !UNSTORABLE.test(value),
    { type: String, minLength: 1, maxLength: max },
  );
  return (target, key) => {
    Tidied(target, key);
    rule(target, key);
  };
}

/** An e-mail address, as far as one can tell without writing to it. */
export const IsMail = (): PropertyDecorator =>
  Rule(
    'email',
    'an e-mail address of at most 254 characters',
    (value) =>
      typeof value === 'string' &&
      value.length <= 254 &&
      !UNPRINTABLE.test(value) &&
      /^[^\s@<>"]+@[^\s@<>"]+$/.test(value),
    { type: String, format: 'email', example: 'billing@example.com' },
  );

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** The id of an invoice or payment, as answered; kept in lower case. */
export function IsUuid(): PropertyDecorator {
  const rule = Rule('uuid', 'the id as answered, a uuid', isUuid, {
    type: String,
    format: 'uuid',
    example: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c',
  });
  const lower = Transform(({ value }: { value: unknown }) => (isUuid(value) ? value.toLowerCase() : value));
  return (target, key) => {
    lower(target, key);
    rule(target, key);
  };
}

/** A whole number of the range, as a JSON number. */
export const IsWhole = (min: number, max: number): PropertyDecorator =>
  Rule(
    'whole',
    `a whole number from ${min} to ${max}`,
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
    { type: 'integer', minimum: min, maximum: max },
  );

export const IsTrueOrFalse = (): PropertyDecorator =>
  Rule('true-or-false', 'true or false', (value) => typeof value === 'boolean', { type: Boolean });

export const IsOneOf = (values: readonly string[]): PropertyDecorator =>
  Rule(
    'one-of',
    `one of ${values.join(', ')}`,
    (value) => typeof value === 'string' && values.includes(value),
    { type: String, enum: [...values] },
  );

export const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An object with fields of its own, which are checked too. Swagger takes a function for one that names a class later
 * only when its name is `type`.
 */
export function IsPart(type: () => new () => object): PropertyDecorator {
  const rule = Rule('object', 'an object', isPlainObject, { type: () => type() });
  return (target, key) => {
    Type(type)(target, key);
    ValidateNested()(target, key);
    rule(target, key);
  };
}

/** A list of at most `max` objects, each of whose fields is checked. */
export function IsListOf(type: () => new () => object, max: number, min = 0): PropertyDecorator {
  const isList = Rule('list', 'a list', (value) => Array.isArray(value), {
    type: () => type(),
    isArray: true,
  });
  const rules = [
    isList,
    Rule('max-items', `at most ${max} items`, (value) => !Array.isArray(value) || value.length <= max, {
      maxItems: max,
    }),
    Rule('objects', 'a list of objects', (value) => !Array.isArray(value) || value.every(isPlainObject)),
    Rule('min-items', `at least ${min} items`, (value) => !Array.isArray(value) || value.length >= min, {
      minItems: min,
    }),
  ];
  return (target, key) => {
    Type(type)(target, key);
    ValidateNested()(target, key);
    for (const rule of rules) rule(target, key);
  };
}

/** A list of at most `max` ids or names. */
export const IsTextList = (max: number, maxLength = 100): PropertyDecorator =>
  Rule(
    'texts',
    `a list of at most ${max} printable texts of 1 to ${maxLength} characters`,
    (value) =>
      Array.isArray(value) && value.length <= max && value.every((item) => isIdText(item, maxLength)),
    { type: String, isArray: true, maxItems: max },
  );
