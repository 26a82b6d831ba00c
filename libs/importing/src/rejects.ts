import { createWriteStream, type WriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { guarded } from '@quittance/kernel';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { type Note, note } from './note.js';
import type { Record } from './records.js';

/** What stands behind a row that was rejected, or that a word is said about. */
export const REJECT_COLUMNS = ['line', 'column', 'value', 'rule'] as const;

/** One thing about a row. */
export interface Said {
  column: string;
  value: string;
  rule: string;
}

/** How the file is written that the rows are of: theirs is written so too, and the same mapping reads it. */
export interface Form {
  header: readonly string[];
  delimiter: string;
  encoding: string;
}

const NO_RIGHT = new Set(['EACCES', 'EPERM', 'EROFS']);
const LONGEST_VALUE = 500;

/**
 * `FILE.rejects.csv`, `FILE.warnings.csv`, `FILE.proposals.csv`: rows as they were, with what is to be said of each behind them. Mended it can be
 * imported as it stands. Made at the first row, so that its being there says something; that of a former run goes at the
 * start. Where FILE's folder cannot be written, in the current one.
 */
export class RowFile {
  /** Absolute; null while there was no row. */
  path: string | null = null;
  /** Rows that are not in it: it has as many bytes as it may have. */
  leftOut = 0;
  private bytes = 0;
  private stream?: WriteStream;
  private opening?: Promise<WriteStream>;
  private failed?: Error;

  private constructor(
    private readonly choices: string[],
    private readonly form: Form,
    private readonly tell: (note: Note) => void,
    private readonly most: number,
  ) {}

  /** @param most bytes, about; rows beyond them are only counted */
  static async beside(
    file: string,
    kind: 'rejects' | 'warnings' | 'proposals',
    form: Form,
    tell: (note: Note) => void,
    most = Infinity,
  ): Promise<RowFile> {
    const name = `${file}.${kind}.csv`;
    const choices = [...new Set([resolve(name), resolve(basename(name))])];
    for (const old of choices) await rm(old, { force: true }).catch(() => undefined);
    const encoding = iconv.encodingExists(form.encoding) ? form.encoding : 'utf-8';
    return new RowFile(choices, { ...form, encoding }, tell, most);
  }

  /** A row that could not be split into the header's cells stands whole in the first one. @throws Error of the disk */
  async add(record: Record, said: readonly Said[]): Promise<void> {
    if (this.bytes >= this.most) {
      this.leftOut += 1;
      return;
    }
    this.stream ??= await (this.opening ??= this.open());
    if (this.failed) throw this.failed;
    const width = this.form.header.length;
    const { cells } = record;
    const whole = record.fault
      ? [record.fault.value]
      : cells.length > width
        ? this.joined(cells, width)
        : cells;
    const padded = Array.from({ length: width }, (_, i) => whole[i] ?? '');
    const together = (name: keyof Said): string =>
      said.map((one) => one[name].slice(0, LONGEST_VALUE)).join(' | ');
    const line = this.line([...padded, record.line, together('column'), together('value'), together('rule')]);
    this.bytes += line.length;
    if (!this.stream.write(line)) await once(this.stream, 'drain');
  }

  /** @throws Error of the disk */
  async close(): Promise<void> {
    if (!this.stream) return;
    if (this.failed) throw this.failed;
    this.stream.end();
    await finished(this.stream);
  }

  private joined(cells: string[], width: number): string[] {
    if (!cells.slice(width).some((cell) => cell.trim())) return cells.slice(0, width);
    return [stringify([cells], { delimiter: this.form.delimiter, eof: false })];
  }

  private line(cells: (string | number)[]): Buffer {
    const { delimiter, encoding } = this.form;
    const text = stringify([cells.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell))], {
      delimiter,
      quoted_string: true,
      record_delimiter: 'windows',
    });
    return iconv.encode(text, encoding);
  }

  private async open(): Promise<WriteStream> {
    for (const [i, choice] of this.choices.entries()) {
      try {
        const handle = await open(choice, 'w');
        this.path = choice;
        if (i > 0) this.tell(note('rows-elsewhere', { file: this.choices[0]!, other: choice }));
        const stream = createWriteStream(choice, { fd: handle });
        // Without a listener a full disk would end the process.
        stream.on('error', (error) => (this.failed ??= error));
        // With it spreadsheets know the encoding.
        if (this.form.encoding.startsWith('utf-')) stream.write(iconv.encode('\uFEFF', this.form.encoding));
        stream.write(this.line([...this.form.header, ...REJECT_COLUMNS]));
        return stream;
      } catch (error) {
        if (!NO_RIGHT.has((error as NodeJS.ErrnoException).code ?? '') || i === this.choices.length - 1)
          throw error;
      }
    }
    throw new Error('unreachable');
  }
}
