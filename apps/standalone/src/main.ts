import { CannotStart, diskFull } from '@quittance/embedded';
import {
  DEVELOPMENT_WARNING,
  mustExist,
  mustKnowIssuer,
  type Settings,
  SettingsError,
  settingsFrom,
} from '@quittance/process/environment';
import { whenNpmEnds } from './npm.js';
import { Supervisor } from './supervisor.js';
import { welcome } from './welcome.js';

/** What `npm start` runs: the embedded stores (unless both URLs are given), the api, the projector and the reactor. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

function settingsOrExit(): Settings {
  try {
    const given = settingsFrom(process.env);
    mustKnowIssuer(given);
    mustExist(given);
    return given;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    complain(error.message);
    process.exit(2);
  }
}

const settings = settingsOrExit();
if (settings.databaseUrl && settings.authDevelopment) complain(DEVELOPMENT_WARNING);
let exitCode: number | undefined;
let firstAsked = 0;

/** The first reason counts. */
function end(code: number, line?: string): void {
  if (exitCode !== undefined) return;
  exitCode = code;
  if (line) complain(line);
  void supervisor.stop().then(() => process.exit(code));
}

/** One Ctrl-C may come twice, from the terminal and from npm. A later one hurries, and waits for nothing slow. */
function asked(code: number): void {
  const again = exitCode !== undefined && Date.now() - firstAsked > 500;
  if (exitCode === undefined) firstAsked = Date.now();
  end(code);
  if (!again) return;
  void supervisor.stop();
  setTimeout(() => process.exit(exitCode), 1_500);
}

function failed(error: unknown): void {
  const { message, stack } = error as Error;
  if (settings.logLevel === 'debug') complain(stack ?? message);
  if (error instanceof CannotStart) end(error.exitCode, message);
  else if (/No space left on device|ENOSPC/.test(message)) failed(diskFull(settings.dataDir));
  else end(1, message.split('\n')[0]);
}

const supervisor = new Supervisor(settings, complain, failed);

process.on('SIGINT', () => asked(130));
process.on('SIGTERM', () => asked(0));
process.on('SIGHUP', () => asked(0));
process.on('unhandledRejection', failed);
process.on('uncaughtException', failed);
// A terminal that is gone takes no more lines; that is no reason to fall over.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

whenNpmEnds(() => end(0));

supervisor
  .start()
  .then(({ apiUrl, dataDir }) => say(welcome(settings, apiUrl, dataDir)))
  .catch(failed);
