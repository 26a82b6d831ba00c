import type { CommandMessage, Outcome } from './command.js';
import type { ResolvedAppend } from './resolve-append.js';

/**
 * Watches the one door of every command: counts, times, traces. It calls `work` once and gives back what that gives,
 * or throws what that throws; it changes nothing and must not fail.
 */
export interface CommandObserver {
  /** Around a command, from the door to its answer; also around those that it causes in turn. */
  command(command: CommandMessage, work: () => Promise<Outcome>): Promise<Outcome>;
  /** Around an append of the command's facts, with all its sends and the reading back. */
  append(command: CommandMessage, work: () => Promise<ResolvedAppend>): Promise<ResolvedAppend>;
}

/** Two observers as one: the first is the outer one. */
export const observing = (outer: CommandObserver, inner?: CommandObserver): CommandObserver =>
  inner
    ? {
        command: (command, work) => outer.command(command, () => inner.command(command, work)),
        append: (command, work) => outer.append(command, () => inner.append(command, work)),
      }
    : outer;
