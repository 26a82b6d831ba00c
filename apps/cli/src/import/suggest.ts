import { suggestionFor } from '@quittance/importing';
import { settingsFrom } from '@quittance/process/environment';
import { EXIT, type ExitCode } from '../exit.js';
import { printLine } from '../terminal.js';
import { asUsage } from './import-file.js';

/**
 * Prints a mapping for a file by its first 64 KiB, and on stderr what it was not sure of.
 * @returns 1 when a field that is needed was not found
 */
export async function suggestMapping(file: string): Promise<ExitCode> {
  const { timeZone: zone } = settingsFrom(process.env);
  const { mapping, notes, missing } = await suggestionFor(file, zone).catch(asUsage);
  await printLine(JSON.stringify(mapping, null, 2));
  for (const { text } of notes) process.stderr.write(`${text}\n`);
  return missing ? EXIT.found : EXIT.done;
}
