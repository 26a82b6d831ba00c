import { processes, send } from '@quittance/embedded';

/** Who started us; between npm and us there may be a shell, which would outlive npm. */
const parent = process.ppid;
const shell = process.env.npm_lifecycle_event
  ? processes().find(({ pid, command }) => pid === parent && /^\S*sh -c /.test(command))
  : undefined;

/** Whether npm started us and has gone. It does not pass every end on to what it runs (a kill -9 cannot be). */
export function npmHasEnded(): boolean {
  if (!process.env.npm_lifecycle_event) return false;
  return process.ppid !== parent || (shell !== undefined && !send(shell.parent, 0));
}

/** Calls back when npm has gone. */
export function whenNpmEnds(callback: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const timer = setInterval(() => {
    if (!npmHasEnded()) return;
    clearInterval(timer);
    callback();
  }, 500).unref();
}
