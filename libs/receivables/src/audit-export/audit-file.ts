import { createHash } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';

/** There is a file of that name already. */
export class FileTakenError extends Error {
  override name = 'FileTakenError';
}

/**
 * A file of lines, each a JSON object, hashed as it is written; packed when its name ends in `.gz`. It gets its name
 * when it is whole: until then there is only `<name>.part-<process>`.
 */
export class AuditFile {
  private readonly hash = createHash('sha256');
  private readonly temporary: string;
  private readonly file: WriteStream;
  private readonly packed: Gzip | undefined;
  private buffer = '';
  private failure: Error | undefined;
  private wake: () => void = () => undefined;
  lines = 0;

  constructor(
    readonly path: string,
    private readonly overwrite: boolean,
  ) {
    this.temporary = `${path}.part-${process.pid}`;
    this.file = createWriteStream(this.temporary, { flags: 'wx', mode: 0o600 });
    this.packed = path.endsWith('.gz') ? createGzip() : undefined;
    this.packed?.pipe(this.file);
    for (const stream of [this.file, this.packed]) {
      stream?.on('error', (error: Error) => {
        this.failure ??= error;
        this.wake();
      });
    }
  }

  /** Adds a line. Waits when the disk is slower than we are. */
  async write(line: object): Promise<void> {
    this.lines += 1;
    this.buffer += `${JSON.stringify(line)}\n`;
    if (this.buffer.length > CHUNK) await this.flush();
  }

  /** SHA-256 (hex) of all bytes so far, before packing. */
  async sha256(): Promise<string> {
    await this.flush();
    return this.hash.copy().digest('hex');
  }

  /** Everything is on the disk; only then the file gets its name. @throws FileTakenError */
  async finish(): Promise<void> {
    await this.flush();
    (this.packed ?? this.file).end();
    await finished(this.file);
    const handle = await open(this.temporary, 'r+');
    await handle.sync().finally(() => handle.close());
    if (this.overwrite) await rename(this.temporary, this.path);
    else {
      // A second name is given only when it is free; a rename would take it from whoever has it.
      await link(this.temporary, this.path).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'EEXIST' ? new FileTakenError(`${this.path} is there already`) : error;
      });
      await rm(this.temporary);
    }
  }

  async discard(): Promise<void> {
    this.packed?.destroy();
    this.file.destroy();
    // It may only now be opened: then it would come back.
    if (!this.file.closed) await new Promise<void>((resolve) => this.file.once('close', () => resolve()));
    await rm(this.temporary, { force: true });
  }

  private async flush(): Promise<void> {
    this.mustGoOn();
    const bytes = Buffer.from(this.buffer);
    this.buffer = '';
    if (bytes.length === 0) return;
    this.hash.update(bytes);
    const to = this.packed ?? this.file;
    if (to.write(bytes)) return;
    await new Promise<void>((resolve) => to.once('drain', (this.wake = resolve)));
    this.mustGoOn();
  }

  private mustGoOn(): void {
    if (this.failure) throw this.failure;
  }
}

/** Characters gathered to one write. */
const CHUNK = 256 * 1024;
