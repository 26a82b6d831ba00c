import { type DestinationStream, type Logger, pino } from 'pino';
import type { CommandListener } from './command-watch.js';
import { withoutValues } from './about-fact.js';

/**
 * What no line may hold, should somebody log too much one day: tokens, headers, bodies, what a fact says, and the
 * fields of people. Lines are written without them in the first place; this is the second lock.
 */
const REDACTED = [
  ...['authorization', 'cookie', 'headers', 'token', 'password', 'secret', 'key'],
  ...['body', 'data', 'personal', 'name', 'email', 'phone', 'notes', 'reference', 'approvedBy'],
].flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

/** Who acted is said where it matters, in the lines about refusals; within anything else it was logged by mistake. */
const WITHIN = ['*.actor', '*.*.actor'];

/** JSON lines on stdout: what happened, where, and to which request it belongs; nothing about a person. */
export const openLog = (app: string, level: string, out: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      level,
      base: { app },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: [...REDACTED, ...WITHIN], censor: '[redacted]' },
      serializers: { err: shown, reason: shown },
    },
    out,
  );

/** An error by its kind, its words without quoted values, and where it came from; never its other fields. */
function shown(error: unknown): unknown {
  if (typeof error === 'string') return withoutValues(error);
  if (!(error instanceof Error)) return error;
  const { code } = error as { code?: unknown };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.constructor.name,
    message: withoutValues(error.message),
    ...(typeof code === 'string' && { code }),
    stack: frames?.join('\n'),
  };
}

/** One line a command, with the correlation id of its request: rejections are the caller's affair, failures ours. */
export const logCommands = (log: Logger): CommandListener => ({
  ended: ({ command, result, kind, seconds, correlationId }) => {
    const level = result === 'failed' || result === 'unavailable' ? 'warn' : 'debug';
    if (!log.isLevelEnabled(level)) return;
    const milliseconds = Math.round(seconds * 1000);
    log[level]({ command, result, ...(kind && { kind }), milliseconds, correlationId }, 'command');
  },
});
