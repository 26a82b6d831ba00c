import { open, stat } from 'node:fs/promises';
import { unguarded } from '@quittance/kernel';
import { unusable } from './unusable.js';
import { type Columns, columnsFrom } from './header.js';
import { encodingOf, type Line, linesOf } from './lines.js';
import type { Mapping } from './mapping.js';
import { type Record, recordsOf } from './records.js';
import { REJECT_COLUMNS } from './rejects.js';
import { refuseWorkbook } from './workbook.js';

/** A file of rows, opened at its first one. */
export interface Source {
  header: string[];
  delimiter: string;
  /** As `TextDecoder` calls it. */
  encoding: string;
  columns: Columns;
  records: AsyncGenerator<Record>;
  /** It is the rejects file of an import: its rows were mended. */
  mended: boolean;
}

/** What a file was when it was read first: one that has changed since is another. */
export interface FileState {
  size: number;
  changed: bigint;
}

const HEAD = 64 * 1024;

/** @throws Unusable when it is no file that can be read twice */
export async function stateOf(file: string): Promise<FileState> {
  const { head, ...state } = await headOf(file);
  refuseWorkbook(head, file);
  return state;
}

/** The first bytes of a file, and its state. @throws Unusable when it is none that can be read twice */
export async function headOf(file: string): Promise<FileState & { head: Buffer }> {
  const unreadable = (error: NodeJS.ErrnoException): never => {
    throw unusable(`${file} cannot be read: ${error.code ?? error.message}`);
  };
  const found = await stat(file, { bigint: true }).catch(unreadable);
  if (found.isDirectory()) throw unusable(`${file} is a folder`);
  // Not even opened: a pipe would be waited for, and read empty.
  if (!found.isFile())
    throw unusable(`${file} is no file but a pipe or device: it is read twice, so save it as one first`);
  const handle = await open(file).catch(unreadable);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0).catch(unreadable);
    return { size: Number(found.size), changed: found.mtimeNs, head: buffer.subarray(0, bytesRead) };
  } finally {
    await handle.close();
  }
}

/**
 * Opens a file at its header. A first line `sep=;` names the delimiter.
 * @throws Unusable with one line, when it has no header, or one that the mapping is not for
 */
export async function openSource(file: string, mapping: Mapping): Promise<Source> {
  const { head } = await headOf(file);
  const encoding = encodingOf(head, mapping.encoding, file);
  const lines = linesOf(file, mapping.encoding);
  const { delimiter, rest } = await delimiterOf(lines, mapping.delimiter, file);
  const records = recordsOf(rest, delimiter);
  const first = await records.next();
  if (first.done) throw unusable(`${file} is empty: it has no header`);
  if (first.value.fault) throw unusable(`${file}: the header ${first.value.fault.rule}`);
  const header = first.value.cells;
  const mended = REJECT_COLUMNS.every((name, i) => header.at(i - REJECT_COLUMNS.length)?.trim() === name);
  if (!mended) {
    return {
      header,
      delimiter,
      encoding,
      mended,
      records,
      columns: columnsFrom(header, mapping, file, delimiter),
    };
  }
  const own = header.slice(0, -REJECT_COLUMNS.length);
  const columns = columnsFrom(own.map(unguarded), mapping, file, delimiter);
  return { header: own, delimiter, encoding, mended, records: mendedRecords(records, own.length), columns };
}

/** Rows as they were before they were rejected. */
async function* mendedRecords(records: AsyncGenerator<Record>, width: number): AsyncGenerator<Record> {
  for await (const record of records) {
    yield { ...record, cells: record.cells.slice(0, width).map(unguarded) };
  }
}

/** Spreadsheets write the delimiter into a first line of its own. */
export const SEP = /^"?sep=(.)"?$/iu;

async function delimiterOf(
  lines: AsyncGenerator<Line>,
  stated: string | undefined,
  file: string,
): Promise<{ delimiter: string; rest: AsyncGenerator<Line> }> {
  const first = (await lines.next()) as IteratorResult<Line, undefined>;
  const said = first.done ? undefined : SEP.exec(first.value.text.trim())?.[1];
  if (said === undefined) return { delimiter: stated ?? ',', rest: preceded(first.value, lines) };
  if (stated !== undefined && stated !== said) {
    throw unusable(
      `${file} begins with sep=${said}, but the mapping says delimiter "${stated}": take one of them out`,
    );
  }
  return { delimiter: said, rest: lines };
}

async function* preceded(first: Line | undefined, rest: AsyncGenerator<Line>): AsyncGenerator<Line> {
  if (first) yield first;
  yield* rest;
}
