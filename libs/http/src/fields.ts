import type { FieldError } from '@quittance/kernel';
import { pointer } from './json.js';

/** One rule of a field: its name, what a wrong value is told, and what a right one fulfils. */
export interface FieldRule {
  name: string;
  hint: string;
  holds: (value: unknown) => boolean;
}

/** What a field of a request is held to. The decorators of `validation.ts` write it down, class by class. */
interface Field {
  optional: boolean;
  /** In the order in which they are looked at: a wrong value is told the first that it breaks. */
  rules: FieldRule[];
  /** The form in which a value is checked and kept. */
  tidied?: (value: unknown) => unknown;
  /** The class of the object, or of the list's items, when it has fields of its own. */
  part?: () => new () => object;
}

type Fields = Map<string, Field>;

const declared = new WeakMap<object, Fields>();
const known = new WeakMap<object, Fields>();

/** The field of that name as its own class declares it; a new one at first. */
export function declare(prototype: object, name: string | symbol): Field {
  const fields = declared.get(prototype) ?? new Map<string, Field>();
  declared.set(prototype, fields);
  const field = fields.get(String(name)) ?? { optional: false, rules: [] };
  fields.set(String(name), field);
  return field;
}

/** All fields of a class: its own first, then those it inherits. Worked out once: every request asks. */
function fieldsOf(prototype: object): Fields {
  let fields = known.get(prototype);
  if (!fields) {
    fields = new Map();
    for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at) as object | null) {
      for (const [name, field] of declared.get(at) ?? []) if (!fields.has(name)) fields.set(name, field);
    }
    known.set(prototype, fields);
  }
  return fields;
}

type Path = readonly (string | number)[];

/**
 * An instance of the class with the given fields, tidied. Every field that is wrong, missing or unknown is added to
 * `errors`, one rule each; what is in a list or object that is wrong as a whole is not looked at.
 */
export function readFields<Body extends object>(
  type: new () => Body,
  given: object,
  errors: FieldError[],
  path: Path = [],
): Body {
  const fields = fieldsOf(type.prototype as object);
  const body = new type();
  const values = body as Record<string, unknown>;
  for (const [name, value] of Object.entries(given)) {
    const field = fields.get(name);
    if (field) values[name] = field.tidied ? field.tidied(value) : value;
    else errors.push({ field: pointer([...path, name]), rule: 'unknown-field', value, hint: UNKNOWN });
  }
  for (const [name, { optional, rules, part }] of fields) {
    const value = values[name];
    if (optional && value === undefined) continue;
    const broken = rules.find(({ holds }) => !holds(value));
    if (broken) errors.push(wrong(pointer([...path, name]), broken, value));
    else if (part) values[name] = readParts(part(), value as object, errors, [...path, name]);
  }
  return body;
}

const readParts = (type: new () => object, value: object, errors: FieldError[], path: Path): unknown =>
  Array.isArray(value)
    ? value.map((item: object, i) => readFields(type, item, errors, [...path, i]))
    : readFields(type, value, errors, path);

const UNKNOWN = 'this request has no such field';

const wrong = (field: string, { name, hint }: FieldRule, value: unknown): FieldError =>
  value === undefined ? { field, rule: 'required', hint } : { field, rule: name, value, hint };
