import { DOS_END, type Line } from './lines.js';
import { quotesIn, type Scan, scanner } from './scan.js';

/** A record of a CSV file with the line that it begins on; `fault` when it could not be split into cells. */
export interface Record {
  line: number;
  cells: string[];
  bytes: number;
  fault?: { value: string; rule: string };
}

/** A quote that does not close within so many characters was not meant as one. */
const LONGEST_RECORD = 64 * 1024;
/** Of a line that cannot be split, so much is shown. */
const SHOWN = 4_000;

/**
 * The records of a CSV file. One whose quotes are well placed is one record, however many lines and cells it has. Where
 * quotes do not pair nobody can say what is a text and what is a row: reading goes on at the next line, and every line is a
 * record with a fault until they pair again. Empty lines and rows of empty cells are no records.
 */
export async function* recordsOf(lines: AsyncIterable<Line>, delimiter: string): AsyncGenerator<Record> {
  const scan = scanner(delimiter);
  const source = lines[Symbol.asyncIterator]();
  /** Read already, the next one last. */
  const ahead: Line[] = [];
  const next = async (): Promise<Line | undefined> => {
    const line = ahead.pop();
    if (line) return line;
    const read = await source.next();
    return read.done ? undefined : read.value;
  };
  for (let first = await next(); first; first = await next()) {
    if (first.cut) {
      yield faulty(first, 'is too long for a row');
      continue;
    }
    if (!first.text.trim() || first.text === DOS_END) continue;
    const taken: Line[] = [];
    const alone = scan(first.text);
    let scanned = alone;
    let length = first.text.length;
    while (scanned.open && length < LONGEST_RECORD) {
      const line = await next();
      if (line) taken.push(line);
      if (!line || line.cut) break;
      length += line.text.length + 1;
      scanned = scan(line.text, scanned);
    }
    if (!scanned.open && !scanned.stray) {
      const { cells } = scanned;
      if (cells.some((cell) => cell.trim())) yield { line: first.number, bytes: first.bytes, cells };
      continue;
    }
    for (const line of taken.reverse()) ahead.push(line);
    yield faulty(first, 'has a quote that is not closed, or not at the edge of a cell');
    yield* untilPaired(first.number, alone);
  }

  /** Whatever stands after a quote that does not pair: by how cells open and close, and by counting. */
  async function* untilPaired(from: number, first: Scan): AsyncGenerator<Record> {
    let { open } = first;
    let odd = first.quotes % 2;
    while (open || odd) {
      const line = await next();
      if (!line) return;
      if (line.text.trim() || line.cut) {
        yield faulty(line, `stands after a quote that does not close, in line ${from}: is it text or a row?`);
      }
      open = scan(line.text, open ? { ...first, cells: [''] } : undefined).open;
      odd = (odd + quotesIn(line.text)) % 2;
    }
  }
}

const faulty = ({ number, bytes, text }: Line, rule: string): Record => ({
  line: number,
  bytes,
  cells: [],
  fault: { value: text.slice(0, SHOWN), rule },
});
