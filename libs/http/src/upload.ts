import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Busboy, { type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy';
import type { FieldError } from '@quittance/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pointer } from './json.js';
import { ProblemError } from './problem.js';
import { isIdText, tidy } from './validation.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes a form with a file (`multipart/form-data`) in place of JSON. */
    upload?: boolean;
  }
}

/** A file that came with a form. */
export interface UploadedFile {
  /** As the caller calls it, without folders. */
  name: string;
  bytes: number;
  /** Hex. */
  sha256: string;
}

export interface Upload {
  fields: Record<string, string>;
  file: UploadedFile;
}

/** What a form may hold. */
interface Form {
  /** Names of its texts. */
  fields: readonly string[];
  /** Bytes of the file. */
  largest: number;
  /** Where the file goes; left out: it is read and thrown away. */
  path?: string;
}

/** Bytes of a text of a form. */
const LARGEST_FIELD = 64 * 1024;
/** Bytes of a form beside its file: texts, names, boundaries. */
const BESIDE = 1024 * 1024;

/** What the disk says, and no connection: our fault, not the caller's. */
const OF_THE_DISK = new Set([
  ...['ENOSPC', 'EDQUOT', 'EIO', 'EACCES', 'EPERM', 'EROFS', 'EFBIG', 'ENOENT', 'EMFILE', 'ENFILE'],
]);

/** Forms come in where a route takes one; nothing of them is read before it asks. */
export function takeUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('multipart/form-data', (request, payload, done) => {
    if (request.routeOptions.config.upload) return done(null, payload);
    done(new ProblemError(415, 'media-type', 'The body must be application/json in UTF-8.'));
  });
}

/**
 * Reads a form with one file in the part `file`, which goes to the disk as it comes in.
 * @throws ProblemError 400, 413, 415, 422
 */
export async function receiveUpload(request: FastifyRequest, form: Form): Promise<Upload> {
  const { body, headers } = request;
  if (!(body instanceof Readable)) {
    throw new ProblemError(415, 'media-type', 'The body must be multipart/form-data with a part `file`.');
  }
  if (Number(headers['content-length']) > form.largest + BESIDE) throw tooLarge(form);
  const received = new Received(form);
  await parsed(body, received.parser(headers as BusboyHeaders)).catch((error: Error) =>
    received.giveUp(error),
  );
  return received.whole();
}

/** What came in so far; the first thing that is wrong with it. */
class Received {
  private readonly fields: Record<string, string> = {};
  private file?: UploadedFile;
  private stream?: BusboyFileStream;
  private writing?: Promise<unknown>;
  private wrong?: Error;

  constructor(private readonly form: Form) {}

  /** @throws ProblemError 400 */
  parser(headers: BusboyHeaders): Writable {
    const { largest: fileSize, fields } = this.form;
    // One more of each than a form holds: what is too much is told by name.
    const counts = { files: 2, fields: fields.length + 2, parts: fields.length + 4 };
    const limits = { ...counts, fileSize: fileSize + 1, fieldSize: LARGEST_FIELD + 1, headerPairs: 20 };
    try {
      const parser = new Busboy({ headers, limits });
      parser.on('field', (name, text) => this.field(name, text));
      parser.on('file', (name, stream, fileName) => this.part(name, stream, fileName, parser));
      return parser;
    } catch {
      throw unreadable('it has no boundary');
    }
  }

  /** @throws Error the first thing that is wrong */
  async whole(): Promise<Upload> {
    await this.writing;
    if (this.wrong) throw this.wrong;
    const { file, fields } = this;
    if (!file) throw invalid({ field: '/file', rule: 'required', hint: 'a part `file` with a name, once' });
    return { file, fields };
  }

  /** The parser ends no file that breaks off: its descriptor would stay open. @throws Error the given one */
  async giveUp(error: Error): Promise<never> {
    this.stream?.destroy(error);
    await this.writing;
    throw error;
  }

  private field(name: string, text: string): void {
    const field = pointer([String(name)]);
    if (!this.form.fields.includes(name)) {
      const hint = name === 'file' ? 'a part with a file name' : 'this request has no such field';
      this.wrong ??= invalid({ field, rule: name === 'file' ? 'file' : 'unknown-field', hint });
    } else if (Object.hasOwn(this.fields, name)) {
      this.wrong ??= new ProblemError(400, 'doubled-field', `The form has the field ${name} twice.`);
    } else if (Buffer.byteLength(text) > LARGEST_FIELD) {
      this.wrong ??= invalid({ field, rule: 'max-length', hint: `at most ${LARGEST_FIELD / 1024} KiB` });
    } else this.fields[name] = text;
  }

  private part(name: string, stream: BusboyFileStream, fileName: string | undefined, parser: Writable): void {
    stream.on('error', () => undefined); // Told of by the parser, too.
    if (name !== 'file' || this.writing) {
      const hint = 'one file, in the part `file`';
      this.wrong ??= invalid({ field: pointer([String(name)]), rule: 'one-file', hint });
      return void stream.resume();
    }
    this.stream = stream;
    this.writing = this.save(stream, fileName).catch((error: Error) => {
      this.wrong ??= error;
      parser.destroy(error);
    });
  }

  private async save(stream: BusboyFileStream, fileName: string | undefined): Promise<void> {
    const hash = createHash('sha256');
    const { path, largest } = this.form;
    await pipeline(
      stream,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      path === undefined ? nowhere() : createWriteStream(path, { mode: 0o600 }),
    );
    if (stream.truncated || stream.bytesRead > largest) this.wrong ??= tooLarge(this.form);
    const name = tidy(fileName ?? '');
    this.file = {
      name: isIdText(name, 200) ? name : 'file',
      bytes: stream.bytesRead,
      sha256: hash.digest('hex'),
    };
  }
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * Until the form has ended. The connection outlives what is wrong with it, so that its sender is told.
 * @throws ProblemError 400
 */
async function parsed(body: Readable, parser: Writable): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      const ended = (): void => (body.readableEnded ? undefined : reject(new Error('it ends too early')));
      parser.once('finish', resolve).once('error', reject);
      body.once('error', reject).once('close', ended);
      if (body.closed) return ended(); // It broke off before anybody listened.
      body.pipe(parser);
    });
  } catch (error) {
    body.unpipe(parser).resume();
    parser.on('error', () => undefined).destroy();
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== undefined && OF_THE_DISK.has(code)) throw error;
    throw unreadable(message);
  }
}

const unreadable = (why: string): ProblemError =>
  new ProblemError(400, 'unparsable', `The body is no whole multipart/form-data: ${why}.`);

const tooLarge = ({ largest }: Form): ProblemError =>
  new ProblemError(413, 'too-large', `The file is larger than ${largest / 1024 / 1024} MiB.`, [
    { field: '/file', rule: 'max-size', hint: `at most ${largest / 1024 / 1024} MiB` },
  ]);

const invalid = (error: FieldError): ProblemError =>
  new ProblemError(422, 'invalid', 'A field is wrong.', [error]);
