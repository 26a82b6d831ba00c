import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RowFile } from './rejects.js';

const FULL = '/dev/full';
const form = { header: ['number'], delimiter: ',', encoding: 'utf-8' };
const record = { line: 2, cells: ['x'.repeat(1_000)], bytes: 1_000 };
const said = [{ column: 'number', value: 'x', rule: 'must be shorter' }];

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'quittance-rejects-'))));
afterEach(() => rm(folder, { recursive: true }));

(existsSync(FULL) ? describe : describe.skip)('rows that a full disk does not take', () => {
  const onFullDisk = async (): Promise<RowFile> => {
    const file = join(folder, 'file.csv');
    const rows = await RowFile.beside(file, 'rejects', form, () => undefined);
    await symlink(FULL, `${file}.rejects.csv`);
    return rows;
  };

  it('are an error of the import, not of the process', async () => {
    const rows = await onFullDisk();
    const many = async (): Promise<void> => {
      for (let i = 0; i < 1_000; i += 1) await rows.add(record, said);
    };
    await expect(many()).rejects.toThrow('ENOSPC');
    await expect(rows.add(record, said)).rejects.toThrow('ENOSPC');
    await expect(rows.close()).rejects.toThrow('ENOSPC');
  });

  it('are one at the end, where they were few', async () => {
    const rows = await onFullDisk();
    await rows.add(record, said);
    // Until the disk has said so: the next row would come much later.
    const file = (rows as unknown as { stream: NodeJS.WritableStream }).stream;
    await new Promise<void>((resolve) => file.once('close', resolve));
    await expect(rows.close()).rejects.toThrow('ENOSPC');
  });
});
