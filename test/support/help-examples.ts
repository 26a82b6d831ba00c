import type { Command } from 'commander';
import { commandLine } from '../../apps/cli/src/command-line.js';

export interface HelpExamples {
  command: string;
  lines: string[];
}

/** What `--help` prints of a command: asked of the program itself, for as many processes would take as long as all else here. */
export function helpOf(command: Command): string {
  let printed = '';
  command.configureOutput({ writeOut: (text) => (printed += text) });
  command.outputHelp();
  return printed;
}

/** The examples of the program, its commands and theirs, as `--help` prints them. */
export function helpExamples(command = commandLine(), words: string[] = []): HelpExamples[] {
  const below = command.commands.flatMap((one) => helpExamples(one, [...words, one.name()]));
  const lines = under('Examples?\\b[^\\n]*:', helpOf(command)).split('\n');
  return [{ command: words.join(' '), lines: lines.map((line) => line.trim()).filter(Boolean) }, ...below];
}

/** The indented lines under a heading. */
const under = (heading: string, text: string): string =>
  new RegExp(`^${heading}\\n((?: {2}.*\\n?)+)`, 'm').exec(text)?.[1] ?? '';

/** Not run here, but by their own specs: they need ANALYSTS_PORT, a PostgreSQL of one's own, an installation that is empty. */
const ELSEWHERE = /-- (analysts-address|migrate-database|demo)/;

/** What others rest on comes first; who is erased is not asked of afterwards, and what was moved is not written to. */
export function inTheirOrder(lines: readonly string[]): string[] {
  const ORDER = [/import docs/, /^(?!.*(erase-person|migrate-store))/, /erase-person/, /migrate-store/];
  const place = (line: string): number => ORDER.findIndex((kind) => kind.test(line));
  return [...new Set(lines)].filter((line) => !ELSEWHERE.test(line)).sort((a, b) => place(a) - place(b));
}
