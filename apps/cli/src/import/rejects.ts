import { createWriteStream, type WriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';

const NO_RIGHT = new Set(['EACCES', 'EPERM', 'EROFS']);

/**
 * `FILE.rejects.csv`: what was wrong with which row. Made at the first reject, so that its being there says
 * something; that of a former run goes at the start. Where FILE's folder cannot be written, in the current one.
 */
export class RejectFile {
  /** Absolute; null while nothing was rejected. */
  path: string | null = null;
  private stream?: WriteStream;
  private opening?: Promise<WriteStream>;

  private constructor(
    private readonly choices: string[],
    private readonly note: (message: string) => void,
  ) {}

  static async beside(file: string, note: (message: string) => void): Promise<RejectFile> {
    const choices = [...new Set([`${resolve(file)}.rejects.csv`, resolve(`${basename(file)}.rejects.csv`)])];
    for (const old of choices) await rm(old, { force: true }).catch(() => undefined);
    return new RejectFile(choices, note);
  }

  async add(line: number, column: string, value: string, rule: string): Promise<void> {
    this.stream ??= await (this.opening ??= this.open());
    if (!this.stream.write(stringify([[String(line), column, value, rule]])))
      await once(this.stream, 'drain');
  }

  async close(): Promise<void> {
    if (!this.stream) return;
    this.stream.end();
    await finished(this.stream);
  }

  private async open(): Promise<WriteStream> {
    for (const [i, choice] of this.choices.entries()) {
      try {
        const handle = await open(choice, 'w');
        this.path = choice;
        if (i > 0) this.note(`${this.choices[0]} cannot be written: rejects go to ${choice}`);
        const stream = createWriteStream(choice, { fd: handle });
        stream.write(stringify([['line', 'column', 'value', 'rule']]));
        return stream;
      } catch (error) {
        if (!NO_RIGHT.has((error as NodeJS.ErrnoException).code ?? '') || i === this.choices.length - 1)
          throw error;
      }
    }
    throw new Error('unreachable');
  }
}
