import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { linesOf, LONGEST_LINE } from './lines.js';
import { type Record, recordsOf } from './records.js';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'quittance-records-'))));
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Buffer, delimiter = ',', encoding?: string): Promise<Record[]> {
  const file = join(folder, 'file.csv');
  await writeFile(file, content);
  const records: Record[] = [];
  for await (const record of recordsOf(linesOf(file, encoding), delimiter)) records.push(record);
  return records;
}

const lines = (records: Record[]) => records.map(({ line, cells, fault }) => [line, fault ? 'fault' : cells]);

describe('records of a file', () => {
  it.each(['\n', '\r\n', '\r'])('have the line they begin on, whatever ends the lines: %j', async (end) => {
    const text = ['a,b', '1,"x', 'y"', '', ',', '2,z'].join(end);
    expect(lines(await read(text))).toEqual([
      [1, ['a', 'b']],
      [2, ['1', 'x\ny']],
      [6, ['2', 'z']],
    ]);
  });

  it('come back as any cells were written', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', 'ß', '\n', '€'), maxLength: 5 });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const filled = rows.map(([a = '', b = '']) => ['.', a, b]);
        const records = await read(stringify(filled));
        expect(records.map(({ cells }) => cells.map((cell) => cell.trim()))).toEqual(
          filled.map((cells) => cells.map((cell) => cell.trim())),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('with a quote inside a cell cost their own line and no other', async () => {
    const text = 'a,b\n1,z"z\n2,"q"q\n3,ok\n4,"q" \n';
    expect(lines(await read(text))).toEqual([
      [1, ['a', 'b']],
      [2, 'fault'],
      [3, 'fault'],
      [4, ['3', 'ok']],
      [5, ['4', 'q']],
    ]);
  });

  it('are one each where the quotes are well placed, however many cells they have', async () => {
    const text = 'a,b\n1,"open\n2,x\n3,y",z\n4,ok\n';
    expect(lines(await read(text))).toEqual([
      [1, ['a', 'b']],
      [2, ['1', 'open\n2,x\n3,y', 'z']],
      [5, ['4', 'ok']],
    ]);
  });

  it('are none where quotes do not pair, until they pair again', async () => {
    // Line 4 may be a row, or stand in a text that line 2 began and line 5 ends.
    const text = 'a,b\n1,"open\n2,"y"\n3,x\n4,z"z\n5,ok\n';
    expect(lines(await read(text))).toEqual([
      [1, ['a', 'b']],
      [2, 'fault'],
      [3, 'fault'],
      [4, 'fault'],
      [5, 'fault'],
      [6, ['5', 'ok']],
    ]);
  });

  it('after a quote that never closes are faults, each of its own line', async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `${i},row`);
    const records = await read(['a,b', '0,ok', '1,"open', ...rows].join('\n'));
    expect(records.filter(({ fault }) => fault)).toHaveLength(5_001);
    expect(records.at(-1)).toMatchObject({ line: 5_003, fault: { value: '4999,row' } });
    expect(records.at(-1)!.fault!.rule).toContain('in line 3');
  });

  it('after such a quote come however many empty lines stand between', async () => {
    const records = await read(`a,b\n1,"open${'\n'.repeat(300_000)}2,x\n`);
    expect(lines(records)).toEqual([
      [1, ['a', 'b']],
      [2, 'fault'],
      [300_002, 'fault'],
    ]);
  });

  it('are never made of a part of a text that is well quoted', async () => {
    const piece = fc.constantFrom('"', 'a', ',', '\n', '\nGHOST,1\n', '\n"GHOST",1\n');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), fc.boolean(), async (text, tooMany) => {
        const quoted = `"${text.join('').replaceAll('"', '""')}"`;
        const records = await read(`a,b\n1,${quoted}${tooMany ? ',too many' : ''}\n2,ok\n`);
        expect(records.map(({ cells }) => cells[0])).toEqual(['a', '1', '2']);
      }),
    );
  });

  it('know the texts that spreadsheets make of numbers, blanks around quotes, and the last sign of old programs', async () => {
    expect(lines(await read('a;b\n="0002"; "x"\n="1;2";y\n3;z\n\x1A', ';'))).toEqual([
      [1, ['a', 'b']],
      [2, ['="0002"', 'x']],
      [3, ['="1;2"', 'y']],
      [4, ['3', 'z']],
    ]);
  });

  it('that are too long are a fault, and the next is read', async () => {
    const records = await read(`a,b\n1,${'x'.repeat(LONGEST_LINE * 3)}\n2,y\n`);
    expect(lines(records)).toEqual([
      [1, ['a', 'b']],
      [2, 'fault'],
      [3, ['2', 'y']],
    ]);
  });

  it('are read in the encoding of the byte order mark, or the one that is told', async () => {
    const utf16 = Buffer.from('\uFEFFa;ü\r\n1;€\r\n', 'utf16le');
    expect((await read(utf16, ';'))[1]!.cells).toEqual(['1', '€']);
    expect((await read('\uFEFFa,b\n1,2\n'))[0]!.cells).toEqual(['a', 'b']);
    expect((await read(Buffer.from([0x61, 0x2c, 0xfc, 0x0a]), ',', 'windows-1252'))[0]!.cells).toEqual([
      'a',
      'ü',
    ]);
    await expect(read(utf16, ';', 'utf-8')).rejects.toThrow('begins with the mark of utf-16le');
  });

  it('keep a mark where bytes were no text', async () => {
    expect((await read(Buffer.from([0x61, 0x2c, 0xfc, 0x0a])))[0]!.cells).toEqual(['a', '\uFFFD']);
  });
});
