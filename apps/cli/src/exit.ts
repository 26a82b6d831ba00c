/** Exit codes of every command (docs/cli.md). */
export const EXIT = {
  done: 0,
  /** Some rows were rejected, or a check found something. */
  found: 1,
  usage: 2,
  unreachable: 3,
  refused: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a code and one line on stderr. */
export class Exit extends Error {
  constructor(
    readonly code: ExitCode,
    message: string,
  ) {
    super(message);
    this.name = 'Exit';
  }
}

export const usage = (message: string): Exit => new Exit(EXIT.usage, message);
