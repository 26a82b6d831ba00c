import { CannotStart, diskFull } from '@quittance/embedded';
import { type Settings, SettingsError, settingsFrom } from '@quittance/kernel';
import { Supervisor } from './supervisor.js';
import { welcome } from './welcome.js';

/** What `npm start` runs: the embedded stores (unless both URLs are given), the api, the projector and the reactor. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

function settingsOrExit(): Settings {
  try {
    return settingsFrom(process.env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    complain(error.message);
    process.exit(2);
  }
}

const settings = settingsOrExit();
let exitCode: number | undefined;

/** The first reason counts; a second request only hurries. */
function end(code: number, line?: string): void {
  if (exitCode === undefined && line) complain(line);
  exitCode ??= code;
  void supervisor.stop().then(() => process.exit(exitCode));
}

function failed(error: unknown): void {
  const { message, stack } = error as Error;
  if (settings.logLevel === 'debug') complain(stack ?? message);
  if (error instanceof CannotStart) end(error.exitCode, message);
  else if (/No space left on device|ENOSPC/.test(message)) failed(diskFull(settings.dataDir));
  else end(1, message.split('\n')[0]);
}

const supervisor = new Supervisor(settings, complain, failed);

process.on('SIGINT', () => end(130));
process.on('SIGTERM', () => end(0));
process.on('SIGHUP', () => end(0));
process.on('unhandledRejection', failed);
process.on('uncaughtException', failed);
// A terminal that is gone takes no more lines; that is no reason to fall over.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

// npm does not pass every end on to what it runs: notice when it has gone.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(0), 1_000).unref();
}

supervisor
  .start()
  .then(({ apiUrl, dataDir }) => say(welcome(settings, apiUrl, dataDir)))
  .catch(failed);
