import { parse } from 'csv-parse/sync';
import type { Line } from './lines.js';

/** A record of a CSV file with the line that it begins on; `fault` when it could not be split into cells. */
export interface Record {
  line: number;
  cells: string[];
  bytes: number;
  fault?: { value: string; rule: string };
}

/** A quote that does not close within so many characters was not meant as one. */
const LONGEST_RECORD = 64 * 1024;

/**
 * The records of a CSV file. A record ends where its quotes are in pairs. One that cannot be read costs its
 * first line only: reading goes on at the next line, so that a stray quote does not swallow the rows after it.
 * Empty lines and rows of empty cells are no records.
 */
export async function* recordsOf(lines: AsyncIterable<Line>, delimiter: string): AsyncGenerator<Record> {
  const source = lines[Symbol.asyncIterator]();
  const ahead: Line[] = [];
  let width: number | undefined;
  const next = async (): Promise<Line | undefined> => {
    const line = ahead.shift();
    if (line) return line;
    const read = await source.next();
    return read.done ? undefined : read.value;
  };
  for (let first = await next(); first; first = await next()) {
    const record = { line: first.number, bytes: first.bytes };
    if (first.cut) {
      yield { ...record, cells: [], fault: { value: '', rule: 'is too long for a row' } };
      continue;
    }
    if (!first.text.trim()) continue;
    if (!first.text.includes('"')) {
      const cells = first.text.split(delimiter);
      width ??= cells.length;
      if (cells.some((cell) => cell.trim())) yield { ...record, cells };
      continue;
    }
    const taken: Line[] = [];
    let text = first.text;
    let open = quotes(text) % 2;
    while (open && text.length < LONGEST_RECORD) {
      const line = await next();
      if (line) taken.push(line);
      if (!line || line.cut) break;
      text += `\n${line.text}`;
      open ^= quotes(line.text) % 2;
    }
    const cells = split(text, delimiter);
    // A record of many lines that is not as wide as the first was made by stray quotes.
    if (cells && (!taken.length || cells.length === (width ?? cells.length))) {
      width ??= cells.length;
      if (cells.some((cell) => cell.trim())) yield { ...record, cells };
    } else {
      ahead.unshift(...taken);
      const rule = 'has a quote that is not closed, or not at the edge of a cell';
      yield { ...record, cells: [], fault: { value: first.text.slice(0, 200), rule } };
    }
  }
}

const quotes = (text: string): number => text.split('"').length - 1;

function split(text: string, delimiter: string): string[] | undefined {
  try {
    const records: string[][] = parse(text, { delimiter, record_delimiter: '\n', trim: delimiter !== '\t' });
    return records.length === 1 ? records[0] : undefined;
  } catch {
    return undefined;
  }
}
