/** Where the node says what an operator may want to know: pino fits, and so does the console. */
export interface NodeLog {
  info(line: string): void;
  warn(line: string): void;
}
