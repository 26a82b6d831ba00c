// Work that makes folders and processes, and what takes them away again.
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the work, then closes, once: when the work is done, when it fails, and when a signal stops the program, which
 * then ends with 128 + the signal's number. Signals that follow change nothing: npm passes on what the terminal has
 * already sent to everybody.
 * @param work is given an AbortSignal: whoever would begin something new looks at it first
 */
export async function closing(work, close) {
  const stopping = new AbortController();
  let closed;
  const once = () => (closed ??= Promise.resolve().then(close));
  const stop = (signal) => {
    if (stopping.signal.aborted) return;
    stopping.abort(new Error(`stopped by ${signal}`));
    void once()
      .catch(console.error)
      .finally(() => process.exit(128 + constants.signals[signal]));
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await work(stopping.signal);
  } finally {
    // What fails because it was stopped says nothing new: `stop` ends the program.
    if (stopping.signal.aborted) await new Promise(() => undefined);
    for (const signal of SIGNALS) process.off(signal, stop);
    await once();
  }
}
