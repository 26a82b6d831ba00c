import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

// Built already by whoever starts the installation that the examples run on.
const MAIN = join(__dirname, '../../dist/apps/cli/src/main.js');

export interface HelpExamples {
  command: string;
  lines: string[];
}

/** The examples of the program, its commands and theirs, as `--help` prints them. */
export async function helpExamples(words: string[] = []): Promise<HelpExamples[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...words, '--help']);
  const names = [...under('Commands:', stdout).matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name]) => name!);
  const below: HelpExamples[] = [];
  for (const name of names) if (name !== 'help') below.push(...(await helpExamples([...words, name])));
  const lines = under('Examples?\\b[^\\n]*:', stdout).split('\n');
  return [{ command: words.join(' '), lines: lines.map((line) => line.trim()).filter(Boolean) }, ...below];
}

/** The indented lines under a heading. */
const under = (heading: string, text: string): string =>
  new RegExp(`^${heading}\\n((?: {2}.*\\n?)+)`, 'm').exec(text)?.[1] ?? '';

/** Not run here, but by their own specs: one needs ANALYSTS_PORT, the other the address of a PostgreSQL of one's own. */
const ELSEWHERE = /-- (analysts-address|migrate-database)/;

/** What others rest on comes first; who is erased is not asked of afterwards, and what was moved is not written to. */
export function inTheirOrder(lines: readonly string[]): string[] {
  const ORDER = [/import docs/, /^(?!.*(erase-person|migrate-store))/, /erase-person/, /migrate-store/];
  const place = (line: string): number => ORDER.findIndex((kind) => kind.test(line));
  return [...new Set(lines)].filter((line) => !ELSEWHERE.test(line)).sort((a, b) => place(a) - place(b));
}
