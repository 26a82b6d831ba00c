import { processes, send } from '@quittance/embedded';

/**
 * npm does not pass every end on to what it runs (a kill -9 cannot be): calls back when it has gone. Between npm and
 * us there may be a shell, which would outlive it.
 */
export function whenNpmEnds(callback: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const shell = processes().find(({ pid, command }) => pid === parent && /^\S*sh -c /.test(command));
  const gone = (): boolean => process.ppid !== parent || (shell !== undefined && !send(shell.parent, 0));
  const timer = setInterval(() => {
    if (!gone()) return;
    clearInterval(timer);
    callback();
  }, 500).unref();
}
