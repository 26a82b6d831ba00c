import { withoutValues, wordsOf } from '@quittance/kernel';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { CommandListener } from './command-watch.js';

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
      hooks: {
        logMethod(said, method) {
          method.apply(this, withoutValuesIn(said));
        },
      },
    },
    out,
  );

type Said = Parameters<pino.LogFn>;

/** Pino takes the words of an error for the message of a line that has none: those quote values. */
function withoutValuesIn([first, message, ...values]: readonly unknown[]): Said {
  if (typeof first === 'string') return [withoutValues(first), message, ...values].map(asSaid) as Said;
  const error = first instanceof Error ? first : (first as { err?: unknown } | null)?.err;
  const words =
    typeof message === 'string' ? withoutValues(message) : error instanceof Error ? wordsOf(error) : message;
  return [first, words, ...values.map(asSaid)] as Said;
}

const asSaid = (value: unknown): unknown => (typeof value === 'string' ? withoutValues(value) : value);

/** An error by its kind, its words without quoted values, and where it came from; never its other fields. */
function shown(error: unknown): unknown {
  if (typeof error === 'string') return withoutValues(error);
  if (!(error instanceof Error)) return error;
  const { code } = error as { code?: unknown };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.constructor.name,
    message: wordsOf(error),
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
