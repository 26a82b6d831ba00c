import { resolve } from 'node:path';

/** Writes a line of a result. A reader that has gone (`| head`) is no error: the rest is dropped. */
export function printLine(line: string): Promise<void> {
  return new Promise((done) => process.stdout.write(`${line}\n`, () => done()));
}

/** A path as the user meant it: npm runs scripts in the package's folder and says where it was called. */
export function pathOf(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: from } = process.env;
  return resolve(script === 'quittance' && from ? from : '.', path);
}

/** A table with its columns under each other; `right` are the columns of numbers, `width` that of a text in columns. */
export function tableOf(
  header: string[],
  rows: string[][],
  right: (column: number) => boolean,
  width: (text: string) => number = characters,
): string {
  const widths = header.map((name, i) =>
    rows.reduce((most, row) => Math.max(most, width(row[i] ?? '')), width(name)),
  );
  const line = (cells: string[]): string =>
    cells
      .map((cell, i) => {
        const space = ' '.repeat(Math.max(0, widths[i]! - width(cell)));
        return right(i) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [line(header), widths.map((wide) => '-'.repeat(wide)).join('  '), ...rows.map(line)].join('\n');
}

const characters = (text: string): number => [...text].length;
