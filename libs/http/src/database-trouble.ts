/** A database that is away, full, too busy or was told to stop: nothing of the request's, and it may go by itself. */
export interface DatabaseTrouble {
  /** What the caller is told. */
  detail: string;
  /** Seconds after which another try may make sense. */
  retryAfter: number;
  /** The SQL state, or what the system or `pg` called it: for the log. */
  name: string;
}

const AWAY = 'The database does not answer. Nothing is lost: try again.';
const FULL = 'The database has no room left. Nothing is lost: try again once somebody has made room.';
const BUSY = 'The database has too much to do. Nothing is lost: try again.';
const STOPPED = 'The database stopped the request before it was through. Nothing is lost: try again.';

/** SQL states (PostgreSQL, appendix A) by their beginning, the more exact first. */
const STATES: [beginning: string, detail: string, retryAfter: number][] = [
  ['53100', FULL, 30], // disk_full
  ['53', BUSY, 5], // insufficient_resources: memory, connections, limits
  ['57014', STOPPED, 2], // query_canceled: by somebody, or by statement_timeout
  ['57P', AWAY, 2], // shutting down, crashed, starting, ended while idle
  ['08', AWAY, 2], // connection exceptions
  ['40', STOPPED, 2], // rolled back: could not be serialized, deadlock, outcome unknown
  ['55P03', STOPPED, 2], // lock_not_available
  ['25P03', STOPPED, 2], // idle in a transaction for too long
  ['25P04', STOPPED, 2], // the transaction took too long
  ['25006', AWAY, 5], // read only: a standby that does not lead yet
  ['58030', FULL, 30], // io_error
];

const SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
const SENTENCES =
  /connection terminated|timeout exceeded when trying to connect|connection ended|not queryable/i;

/** Whether an error says so: `pg` gives SQL states, codes of the system, or only a sentence. */
export function databaseTrouble(error: unknown): DatabaseTrouble | undefined {
  // By its form, not by its class: Node makes the system's errors in a realm that need not be ours.
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, errors, message } = error as { code?: unknown; errors?: unknown; message?: unknown };
  if (Array.isArray(errors) && errors.length > 0) {
    const all = errors.map(databaseTrouble);
    return all.every((one) => one !== undefined) ? all[0] : undefined;
  }
  if (typeof code === 'string') {
    const state = STATES.find(([beginning]) => /^[0-9A-Z]{5}$/.test(code) && code.startsWith(beginning));
    if (state) return { detail: state[1], retryAfter: state[2], name: code };
    if (code === 'ENOSPC') return { detail: FULL, retryAfter: 30, name: code };
    if (SYSTEM.has(code)) return { detail: AWAY, retryAfter: 2, name: code };
  }
  const sentence = SENTENCES.exec(String(message))?.[0];
  return sentence ? { detail: AWAY, retryAfter: 2, name: sentence.toLowerCase() } : undefined;
}
