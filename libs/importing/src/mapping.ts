import { unusable } from './unusable.js';
import { type Field, FIELDS, isField, type Needs } from './fields.js';
import { INVOICE_NEEDS } from './invoices/invoice-fields.js';
import { termsOf } from './invoices/terms.js';

/** How a file's columns become invoices and payments (docs/cli.md, "The mapping"). */
export interface Mapping {
  /** Unset: a comma, or what the file's line `sep=` says. */
  delimiter?: string;
  /** A label of the WHATWG Encoding Standard; unset: by the byte order mark, else UTF-8. */
  encoding?: string;
  /** Luxon tokens. */
  dateFormat: string;
  /** Whose names of months the file has: BCP 47. */
  locale: string;
  decimal: '.' | ',';
  /** Empty: none. */
  thousands: string;
  /** Stand in where a field has no column, or the cell is empty. */
  constants: Partial<Record<Field, string>>;
  /** The file's column for each field. */
  columns: Partial<Record<Field, string>>;
  /** Only rows that have it in the column of `company` are taken. */
  company?: string;
  /** What codes in the column of `terms` stand for, as texts of terms. */
  terms: Record<string, string>;
  /** Ids and numbers went through a column of numbers: a final `.0` is none of theirs. */
  idsAreNumbers: boolean;
}

const KEYS = [
  ...['delimiter', 'encoding', 'dateFormat', 'locale', 'decimal', 'thousands', 'constants', 'columns'],
  ...['company', 'terms', 'idsAreNumbers'],
];

/**
 * Reads and checks a mapping file's text.
 * @throws Unusable with one line that names the key
 */
export function mappingFrom(text: string, file: string, { required, oneOf }: Needs = INVOICE_NEEDS): Mapping {
  const wrong = (message: string) => unusable(`${file}: ${message}`);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw wrong(`not JSON: ${(error as Error).message.split('\n')[0]}`);
  }
  if (!isRecord(json)) throw wrong('must be an object { columns: {...}, ... }');
  for (const key of Object.keys(json)) {
    if (!KEYS.includes(key)) throw wrong(`unknown key "${key}"; known: ${KEYS.join(', ')}`);
  }
  const string = (key: string, standard: string): string => {
    const value = json[key] ?? standard;
    if (typeof value !== 'string') throw wrong(`"${key}" must be a text`);
    return value;
  };
  const fields = (key: string): Partial<Record<Field, string>> => {
    const value = json[key] ?? {};
    if (!isRecord(value)) throw wrong(`"${key}" must be an object of field: text`);
    for (const [field, content] of Object.entries(value)) {
      if (!isField(field)) throw wrong(`"${key}": unknown field "${field}"; known: ${FIELDS.join(', ')}`);
      if (typeof content !== 'string' || !content.trim()) {
        throw wrong(`"${key}.${field}" must be a text that is not empty`);
      }
    }
    return value;
  };
  const mapping: Mapping = {
    delimiter: json.delimiter === undefined ? undefined : string('delimiter', ''),
    encoding: json.encoding === undefined ? undefined : string('encoding', ''),
    dateFormat: string('dateFormat', 'yyyy-MM-dd'),
    decimal: string('decimal', '.') as Mapping['decimal'],
    thousands: string('thousands', ''),
    constants: fields('constants'),
    columns: fields('columns'),
    locale: string('locale', 'en'),
    company: json.company === undefined ? undefined : string('company', '').normalize('NFC').trim(),
    terms: codesOf(json.terms ?? {}, wrong),
    idsAreNumbers: (json.idsAreNumbers ?? false) as boolean,
  };
  const { delimiter, decimal, thousands, encoding } = mapping;
  if (typeof mapping.idsAreNumbers !== 'boolean') throw wrong('"idsAreNumbers" must be true or false');
  if (!isLocale(mapping.locale))
    throw wrong(`"locale": "${mapping.locale}" is unknown; a language as "it" or "de-AT"`);
  if (delimiter !== undefined && !/^[^"\r\n]$/u.test(delimiter))
    throw wrong('"delimiter" must be one character, not a quote or line end');
  if (decimal !== '.' && decimal !== ',') throw wrong('"decimal" must be "." or ","');
  if (!['', '.', ',', ' ', "'"].includes(thousands)) {
    throw wrong('"thousands" must be empty, ".", ",", " " or "\'"');
  }
  if (thousands === decimal) throw wrong('"thousands" and "decimal" must differ');
  if (encoding !== undefined && !isEncoding(encoding)) throw wrong(`"encoding": "${encoding}" is unknown`);
  const missing = required.filter((field) => !mapping.columns[field] && !mapping.constants[field]);
  if (missing.length) {
    throw wrong(`no column and no constant for ${missing.map((field) => `"${field}"`).join(', ')}`);
  }
  const lacking = oneOf.find(
    (fields) => !fields.some((field) => mapping.columns[field] ?? mapping.constants[field]),
  );
  if (lacking) {
    const [first, ...others] = lacking.map((field) => `"${field}"`);
    throw wrong(`no column and no constant for ${first}, and none for ${others.join(' or ')}`);
  }
  if (Boolean(mapping.company) !== Boolean(mapping.columns.company)) {
    throw wrong('"company" (whose rows are taken) and "columns.company" (where it stands) need each other');
  }
  return mapping;
}

/** @returns codes, folded, with the terms they stand for, each read once so that a wrong one is found here */
function codesOf(given: unknown, wrong: (message: string) => Error): Record<string, string> {
  if (!isRecord(given)) throw wrong('"terms" must be an object of code: terms');
  return Object.fromEntries(
    Object.entries(given).map(([code, terms]: [string, unknown]) => {
      const text = typeof terms === 'string' ? terms : JSON.stringify(terms);
      try {
        termsOf(text);
      } catch (error) {
        throw wrong(`"terms.${code}" ${(error as Error).message}`);
      }
      return [code.normalize('NFC').trim(), text];
    }),
  );
}

function isLocale(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}

function isEncoding(label: string): boolean {
  try {
    return Boolean(new TextDecoder(label));
  } catch {
    return false;
  }
}

const isRecord = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
