import { isUtf8 } from 'node:buffer';
import { ProblemError } from './problem.js';

/** Bodies nest a few levels; deeper ones are not requests of ours and would only exhaust the stack. */
const DEEPEST = 32;
/** Names in one object, items in one list, and values in all: no request of ours comes near. */
const MOST_NAMES = 200;
const MOST_ITEMS = 1_000;
const MOST_VALUES = 10_000;

interface Frame {
  /** Names seen so far in an object; none in a list. */
  names?: Set<string>;
  /** The name or index under way. */
  at: string | number;
}

/**
 * Reads a request's JSON, strictly: UTF-8, no name twice in an object (JSON.parse would silently keep the last), no
 * names that every object has from its prototype, and no more of it than requests have: what a class is checked
 * against costs time for each name.
 * @throws ProblemError 400, or 422 for a name that no request has and for too much
 */
export function readJson(bytes: Buffer, mostValues = MOST_VALUES): unknown {
  const text = decode(bytes);
  refuseNamesAndAmounts(text, mostValues);
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position \d+/.exec((error as Error).message)?.[0];
    throw new ProblemError(400, 'unparsable', `The body is not JSON${at ? ` (at ${at})` : ''}.`);
  }
}

function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new ProblemError(400, 'unparsable', 'The body is not UTF-8.');
  const text = bytes.toString('utf8');
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}
const BYTE_ORDER_MARK = '\ufeff';

/** Walks over the text before it is parsed; only strings and brackets matter. Of what is no JSON, the parser tells. */
function refuseNamesAndAmounts(text: string, mostValues: number): void {
  const open: Frame[] = [];
  let top: Frame | undefined;
  let values = 0;
  let strings = 0;
  let name = false; // the next string is a name
  const count = (): void => {
    values += 1;
    if (values > mostValues) throw tooMany('', 'max-values', `at most ${mostValues} values in a request`);
  };
  for (let i = 0; i < text.length; i++) {
    switch (text[i]) {
      case '{':
      case '[':
        name = text[i] === '{';
        top = { names: name ? new Set() : undefined, at: 0 };
        if (open.push(top) > DEEPEST) {
          throw new ProblemError(400, 'too-deep', `The body nests deeper than ${DEEPEST} levels.`);
        }
        if (!name && !EMPTY.test(text.slice(i + 1, i + 20))) count();
        break;
      case '}':
      case ']':
        open.pop();
        top = open.at(-1);
        name = false;
        break;
      case ',':
        name = top?.names !== undefined;
        if (top && !name) {
          (top.at as number)++;
          count();
          if ((top.at as number) >= MOST_ITEMS) {
            throw tooMany(placeOf(open.slice(0, -1)), 'max-items', `at most ${MOST_ITEMS} items in a list`);
          }
        }
        break;
      case '"': {
        const end = endOfString(text, i);
        strings += 1;
        // More texts than names and values could be: no JSON, and not worth walking to its end.
        if (end < 0 || strings > 2 * mostValues + 1) return;
        if (name && top) {
          count();
          enter(top, open, text.slice(i, end + 1));
        }
        name = false;
        i = end;
      }
    }
  }
}

/** The list ends where it began. */
const EMPTY = /^\s*\]/;

/** Negative when it does not end. */
function endOfString(text: string, start: number): number {
  let end = start;
  do {
    end = text.indexOf('"', end + 1);
  } while (end >= 0 && isEscaped(text, end));
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === '\\') before -= 1;
  return (at - before) % 2 === 0;
}

function enter(frame: Frame, open: readonly Frame[], quoted: string): void {
  const name = nameOf(quoted);
  if (name === undefined) return;
  const names = frame.names!;
  if (names.size >= MOST_NAMES) {
    throw tooMany(placeOf(open.slice(0, -1)), 'max-names', `at most ${MOST_NAMES} names in an object`);
  }
  frame.at = name;
  if (names.has(name)) {
    throw new ProblemError(400, 'doubled-field', `The body has the field "${name.slice(0, 100)}" twice.`, [
      { field: placeOf(open), rule: 'doubled-field', hint: 'send each field once' },
    ]);
  }
  names.add(name);
  if (name in Object.prototype) {
    throw new ProblemError(422, 'invalid', 'A field is wrong.', [
      { field: placeOf(open), rule: 'unknown-field', hint: 'no request has this field' },
    ]);
  }
}

/** Undefined when it is no string of JSON. */
function nameOf(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}

const placeOf = (open: readonly Frame[]): string => pointer(open.map(({ at }) => at));

const tooMany = (field: string, rule: string, hint: string): ProblemError =>
  new ProblemError(422, 'invalid', 'The body holds more than a request of ours does.', [
    { field, rule, hint },
  ]);

/** A JSON pointer (RFC 6901). */
export const pointer = (path: readonly (string | number)[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
