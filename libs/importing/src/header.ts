import { unusable } from './unusable.js';
import { type Field, FIELDS } from './fields.js';
import type { Mapping } from './mapping.js';

/** Where each field stands in a record. */
export interface Columns {
  count: number;
  at: Partial<Record<Field, number>>;
  /** The file's name of a field's column; the field's own name where a constant fills it. */
  nameOf: (field: Field) => string;
  /** Columns that the mapping does not use. */
  unmapped: string[];
}

/**
 * Binds the mapping to the file's first record.
 * @throws Unusable with one line: a mapped column missing or twice, or the wrong delimiter or encoding
 */
export function columnsFrom(header: string[], mapping: Mapping, file: string, delimiter = ','): Columns {
  const wrong = (message: string) => unusable(`${file}: ${message}`);
  const names = header.map(tidy);
  const mapped = FIELDS.filter((field) => mapping.columns[field]);
  if (header.some((name) => name.includes('\0') || name.includes('\uFFFD'))) {
    throw wrong('the header has bytes that its encoding does not have: set "encoding" in the mapping');
  }
  const missing = mapped.filter((field) => !names.includes(tidy(mapping.columns[field]!)));
  if (missing.length) {
    const other = [',', ';', '\t', '|'].find((sign) => names.length === 1 && names[0]!.includes(sign));
    if (other) {
      throw wrong(
        `the header is one column with the delimiter "${shown(delimiter)}": is it "${shown(other)}"?`,
      );
    }
    const lacks = missing.map((field) => `"${mapping.columns[field]}" (${field})`).join(', ');
    throw wrong(`no column ${lacks}; the file has ${names.map((name) => `"${name}"`).join(', ')}`);
  }
  const at: Columns['at'] = {};
  for (const field of mapped) {
    const name = tidy(mapping.columns[field]!);
    at[field] = names.indexOf(name);
    if (names.lastIndexOf(name) !== at[field]) throw wrong(`the column "${name}" (${field}) is there twice`);
  }
  const used = new Set(Object.values(at));
  return {
    count: names.length,
    at,
    nameOf: (field) => (mapping.columns[field] ? tidy(mapping.columns[field]) : field),
    unmapped: names.filter((name, i) => name && !used.has(i)),
  };
}

const tidy = (name: string): string => name.normalize('NFC').trim();
const shown = (sign: string): string => (sign === '\t' ? '\\t' : sign);
