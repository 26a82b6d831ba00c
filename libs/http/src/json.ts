import { isUtf8 } from 'node:buffer';
import { ProblemError } from './problem.js';

/** Bodies nest a few levels; deeper ones are not requests of ours and would only exhaust the stack. */
const DEEPEST = 32;

interface Frame {
  /** Names seen so far in an object; none in a list. */
  names?: Set<string>;
  /** The name or index under way. */
  at: string | number;
}

/**
 * Reads a request's JSON, strictly: UTF-8, no name twice in an object (JSON.parse would silently keep the last),
 * no names that reach into prototypes.
 * @throws ProblemError 400, or 422 for a name that no request has
 */
export function readJson(bytes: Buffer): unknown {
  const text = decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const at = /position \d+/.exec((error as Error).message)?.[0];
    throw new ProblemError(400, 'unparsable', `The body is not JSON${at ? ` (at ${at})` : ''}.`);
  }
  refuseNames(text);
  return value;
}

function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new ProblemError(400, 'unparsable', 'The body is not UTF-8.');
  const text = bytes.toString('utf8');
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}
const BYTE_ORDER_MARK = '\ufeff';

/** Walks over text that JSON.parse took: only strings and brackets matter. */
function refuseNames(text: string): void {
  const open: Frame[] = [];
  let top: Frame | undefined;
  let name = false; // the next string is a name
  for (let i = 0; i < text.length; i++) {
    switch (text[i]) {
      case '{':
      case '[':
        name = text[i] === '{';
        top = { names: name ? new Set() : undefined, at: 0 };
        if (open.push(top) > DEEPEST) {
          throw new ProblemError(400, 'too-deep', `The body nests deeper than ${DEEPEST} levels.`);
        }
        break;
      case '}':
      case ']':
        open.pop();
        top = open.at(-1);
        name = false;
        break;
      case ',':
        name = top?.names !== undefined;
        if (top && !name) (top.at as number)++;
        break;
      case '"': {
        const end = endOfString(text, i);
        if (name && top) enter(top, open, text.slice(i, end + 1));
        name = false;
        i = end;
      }
    }
  }
}

function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}

function enter(frame: Frame, open: readonly Frame[], quoted: string): void {
  const name = JSON.parse(quoted) as string;
  const doubled = frame.names!.has(name);
  frame.at = name;
  frame.names!.add(name);
  const field = (): string => pointer(open.map(({ at }) => at));
  if (doubled) {
    throw new ProblemError(400, 'doubled-field', `The body has the field "${name.slice(0, 100)}" twice.`, [
      { field: field(), rule: 'doubled-field', hint: 'send each field once' },
    ]);
  }
  if (name === '__proto__' || name === 'constructor') {
    throw new ProblemError(422, 'invalid', 'A field is wrong.', [
      { field: field(), rule: 'unknown-field', hint: 'no request has this field' },
    ]);
  }
}

/** A JSON pointer (RFC 6901). */
export const pointer = (path: readonly (string | number)[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
