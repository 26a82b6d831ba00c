import { execFileSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import { receiveUpload, takeUploads, type Upload } from './upload.js';

let app: FastifyInstance;
let folder: string;
/** A pipe in place of the file: it ends when the descriptor that writes it is closed. */
let path: string;
let before: (request: FastifyRequest) => Promise<unknown>;
let answered: Promise<Upload>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quittance-upload-'));
  path = join(folder, 'file.csv');
  execFileSync('mkfifo', [path]);
  app = fastify();
  takeUploads(app);
  app.post('/files', { config: { upload: true } }, async (request) => {
    await before(request);
    answered = receiveUpload(request, { fields: [], largest: 1_000, path });
    return answered;
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
});
beforeEach(() => (before = () => Promise.resolve()));
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

function begin(): Socket {
  const { port } = app.server.address() as AddressInfo;
  const part = 'Content-Disposition: form-data; name="file"; filename="a.csv"';
  const head = 'POST /files HTTP/1.1\r\nHost: here\r\nContent-Length: 900\r\n';
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `${head}Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\n${part}\r\n\r\nnumber\n1\n`,
  );
  return socket;
}

describe('a file whose connection ends midway', () => {
  it('is closed, and is a fault of its sender', async () => {
    const socket = begin();
    let written = '';
    for await (const chunk of createReadStream(path, 'utf8')) {
      written += chunk as string;
      socket.destroy();
    }
    expect(written).toBe('number\n1\n');
    await expect(answered).rejects.toMatchObject({ status: 400, code: 'unparsable' });
  });

  it('is so too when nobody listened yet', async () => {
    const received = new Promise<Upload>((resolve, reject) => {
      before = async ({ raw }) => {
        const closed = new Promise((done) => raw.once('close', done));
        socket.destroy();
        await closed;
        setImmediate(() => void answered.then(resolve, reject));
      };
    });
    const socket = begin();
    await expect(received).rejects.toMatchObject({ status: 400, code: 'unparsable' });
  });
});
