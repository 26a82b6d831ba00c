import { CommanderError } from 'commander';
import { SettingsError } from '@quittance/process/environment';
import { commandLine } from './command-line.js';
import { EXIT, Exit } from './exit.js';

async function main(): Promise<void> {
  // A reader that has gone is no error of ours, and nobody is left to tell.
  for (const out of [process.stdout, process.stderr]) {
    out.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  try {
    await commandLine().parseAsync();
  } catch (error) {
    process.exitCode = codeOf(error);
  }
}

function codeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage; // Said by commander.
  const line = error instanceof Error ? error.message : String(error);
  process.stderr.write(`quittance: ${line}\n`);
  if (error instanceof Exit) return error.code;
  if (!(error instanceof SettingsError) && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return EXIT.usage;
}

void main();
