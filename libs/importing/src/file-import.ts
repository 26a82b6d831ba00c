import type { Poster } from './answer.js';
import { Batches } from './batches.js';
import { type CellReader, cellReader, type RowReader } from './cells.js';
import type { Asked, FileKind } from './kind.js';
import type { Limit } from './limit.js';
import { type Mapping, mappingFrom } from './mapping.js';
import { type Note, note as noted } from './note.js';
import { type Form, RowFile } from './rejects.js';
import { noTotals, type Place, Said, sendRows, surveyRows, type Totals } from './run.js';
import { type FileState, openSource, type Source, stateOf } from './source.js';
import { Survey } from './survey.js';
import { unusable } from './unusable.js';

/** What a run of an import works with. */
export interface Running {
  /** Left out: every row is checked by itself, nothing is sent. */
  poster?: Poster;
  /** So many rows may be refused before nothing is sent at all. */
  maxRejects: Limit;
  /** Rows under way at once. */
  concurrency: number;
  /** Bytes of each file of rows that are written, about; all of them when left out. */
  mostBytes?: number;
  /** Asks to stop: no new row begins. */
  signal: AbortSignal;
  /** Told what somebody who waits should know. */
  note: (note: Note) => void;
  /** Every row was checked, and they are going to be sent. */
  checked?: () => void;
  /** Every row was sent; the highest position that one of them wrote. */
  sent?: (position: bigint) => Promise<void>;
}

/** What a run came to, with the paths of the files beside that it wrote; null where there was no row for one. */
export interface Ended {
  rejectFile: string | null;
  warningFile: string | null;
  proposalFile: string | null;
  /** Rejected rows that are not in their file: it would have too many bytes. */
  leftOut: number;
  /** Why nothing was sent, sentence by sentence: too many rows would have been refused. */
  refused?: Note[];
  /** Why it ended before the file did. */
  failure?: Error;
  stopped: boolean;
}

/**
 * The import of a file in two readings: the first checks every row, the second sends those that are well. All that it sends may be
 * sent again, so that a second import of the file adds nothing, and one that was cut off is gone on with by another.
 */
export class FileImport<Row> {
  readonly totals: Totals;

  private constructor(
    private readonly file: string,
    private readonly kind: FileKind<Row>,
    private readonly asked: Asked,
    private readonly mapping: Mapping,
    private readonly state: FileState,
    private readonly source: Source,
  ) {
    this.totals = noTotals(kind.added(mapping, asked.options));
  }

  /**
   * @param mapping text of the mapping, and what it is called where it is wrong
   * @throws Unusable when the file or the mapping is none, or they do not fit
   */
  static async open<Row>(
    file: string,
    kind: FileKind<Row>,
    asked: Asked,
    mapping: { text: string; name: string },
  ): Promise<FileImport<Row>> {
    const read = mappingFrom(mapping.text, mapping.name, kind);
    const state = await stateOf(file);
    return new FileImport(file, kind, asked, read, state, await openSource(file, read));
  }

  /** Bytes of the file. */
  get size(): number {
    return this.state.size;
  }

  /** As `TextDecoder` calls it. */
  get encoding(): string {
    return this.source.encoding;
  }

  async run({
    poster,
    maxRejects,
    concurrency,
    mostBytes,
    signal,
    note,
    checked,
    sent,
  }: Running): Promise<Ended> {
    const { kind, asked, totals, source, mapping } = this;
    const { columns } = source;
    const stopped = (): boolean => signal.aborted;
    const cell = cellReader(mapping, columns);
    const { unmapped, nameOf } = columns;
    if (unmapped.length) note(noted('not-mapped', { columns: unmapped.join(', ') }));
    const files = await filesBeside(this.file, source, note, placeOf(cell, nameOf), mostBytes);
    const survey = new Survey(cell, nameOf, mapping.dateFormat, asked.zone, mapping.locale);
    const gathering = kind.gather(asked);
    const check = (): RowReader<Row> => kind.reader({ mapping, columns }, asked);
    const reading = { totals, stopped, warnings: files.warnings };
    let [refused, failure]: [Note[]?, Error?] = [];
    try {
      const { rejects, proposals } = files;
      const first = { ...reading, records: source.records, check: check() };
      await surveyRows(first, { survey, gathering, rejects });
      refused = stopped() ? undefined : survey.refusal(maxRejects);
      if (poster && !refused && !stopped()) {
        checked?.();
        Object.assign(totals, { rows: 0, bytes: 0, rejected: 0, skipped: 0 });
        const { records, mended } = await this.again();
        const sender = gathering.sender(new Batches(poster));
        const second = { ...reading, records, check: check() };
        await sendRows({ ...second, sender, rejects, proposals, mended, concurrency });
        if (!stopped()) await sent?.(sender.position);
      }
    } catch (error) {
      failure = error as Error;
    } finally {
      await files.close();
    }
    return { ...files.paths(), refused, failure, stopped: stopped() };
  }

  /** The same file, from its first row. @throws Unusable when it was changed meanwhile: it was not checked so */
  private async again(): Promise<Source> {
    const { file, state, mapping } = this;
    const now = await stateOf(file);
    if (now.size !== state.size || now.changed !== state.changed) {
      throw unusable(`${file} was changed while it was checked: nothing was sent, run the import again`);
    }
    return openSource(file, mapping);
  }
}

const placeOf =
  (cell: CellReader, nameOf: Source['columns']['nameOf']): Place =>
  (record, field) => ({ column: nameOf(field), value: cell(record, field) });

async function filesBeside(file: string, form: Form, note: Running['note'], place: Place, most?: number) {
  const rejects = await RowFile.beside(file, 'rejects', form, note, most);
  const warnings = await RowFile.beside(file, 'warnings', form, note, most);
  const proposals = await RowFile.beside(file, 'proposals', form, note, most);
  return {
    rejects: new Said(rejects, place),
    warnings: new Said(warnings, place),
    proposals: new Said(proposals, place),
    close: () => Promise.all([rejects, warnings, proposals].map((each) => each.close())),
    paths: () => ({
      ...{ rejectFile: rejects.path, warningFile: warnings.path },
      proposalFile: proposals.path,
      leftOut: rejects.leftOut,
    }),
  };
}
