import { createReadStream } from 'node:fs';
import { unusable } from './unusable.js';

/** A line of the file as an editor counts them, from 1. */
export interface Line {
  number: number;
  text: string;
  /** About so many bytes were read so far, for the progress. */
  bytes: number;
  /** It was longer than anything that is a row; its rest was skipped. */
  cut?: true;
}

/** A line longer than this is no row: memory stays flat on a file without line ends. */
export const LONGEST_LINE = 256 * 1024;

/** Old programs end a text file with it. */
export const DOS_END = '\x1A';

/**
 * The lines of a file, decoded; ends are CRLF, LF or CR. Bytes that the encoding does not have become U+FFFD,
 * so that one bad row does not end the file.
 */
export async function* linesOf(path: string, encoding: string | undefined): AsyncGenerator<Line> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let rest = '';
  let number = 0;
  let bytes = 0;
  let cutting = false;
  const line = (text: string, bytes: number): Line => {
    number += 1;
    const cut = cutting || text.length > LONGEST_LINE;
    cutting = false;
    return { number, bytes, ...(cut ? { text: '', cut: true as const } : { text }) };
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 }) as AsyncIterable<Buffer>) {
    decoder ??= new TextDecoder(encodingOf(chunk, encoding, path));
    const text = rest + decoder.decode(chunk, { stream: true });
    let start = 0;
    // A CR at the very end may be half of a CRLF: it waits for the next chunk.
    for (const end of text.matchAll(/\r\n|\n|\r(?!$)/g)) {
      yield line(text.slice(start, end.index), bytes + Math.round((chunk.length * end.index) / text.length));
      start = end.index + end[0].length;
    }
    bytes += chunk.length;
    rest = text.slice(start);
    if (rest.length > LONGEST_LINE) {
      cutting = true;
      rest = rest.endsWith('\r') ? '\r' : '';
    }
  }
  rest = (rest + (decoder?.decode() ?? '')).replace(/\r$/, '');
  if (rest.endsWith(DOS_END)) rest = rest.slice(0, -1);
  if (rest || cutting) yield line(rest, bytes);
}

const MARKS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding of a file by its first bytes and what the mapping says. @throws Unusable where the two differ */
export function encodingOf(start: Buffer, stated: string | undefined, path: string): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => start[i] === byte))?.[0];
  if (!stated) return marked ?? 'utf-8';
  const label = new TextDecoder(stated).encoding;
  if (marked && marked !== label) {
    throw unusable(`${path} begins with the mark of ${marked}, but the mapping says encoding "${stated}"`);
  }
  return label;
}
