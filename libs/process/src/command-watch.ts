import {
  type CommandMessage,
  type CommandObserver,
  type Outcome,
  type ResolvedAppend,
  StoreUnavailableError,
} from '@quittance/event-store';
import { Rejection, type RejectionKind } from '@quittance/kernel';
import { kindOfError } from './database.js';

/**
 * What became of a command: `done` wrote facts, `replayed` had been done before, `unchanged` had nothing to do,
 * `rejected` by a rule, `conflict` when others kept changing the stream, `unavailable` when a store did not answer,
 * `failed` is ours.
 */
export type CommandResult =
  'done' | 'replayed' | 'unchanged' | 'rejected' | 'conflict' | 'unavailable' | 'failed';

export interface EndedCommand {
  /** Name of the command's class: one of a fixed few. */
  command: string;
  result: CommandResult;
  /** Of a rejection: its class; empty otherwise. */
  kind: RejectionKind | '';
  seconds: number;
  correlationId: string;
}

export interface EndedAppend {
  result: ResolvedAppend['result'] | 'failed';
  /** Sends that brought no answer: each may have been stored or not. */
  unknown: number;
  seconds: number;
}

export interface CommandListener {
  ended?(command: EndedCommand): void;
  appended?(append: EndedAppend): void;
}

/** Tells listeners of every command and every append, with their time. */
export function watchCommands(...listeners: readonly CommandListener[]): CommandObserver {
  const tellEnded = (command: EndedCommand): void => listeners.forEach((one) => one.ended?.(command));
  const tellAppended = (append: EndedAppend): void => listeners.forEach((one) => one.appended?.(append));
  return {
    async command(message: CommandMessage, work: () => Promise<Outcome>): Promise<Outcome> {
      const began = performance.now();
      const ended = (of: Pick<EndedCommand, 'result' | 'kind'>): void =>
        tellEnded({
          command: message.constructor.name,
          ...of,
          seconds: (performance.now() - began) / 1000,
          correlationId: message.context.correlationId,
        });
      try {
        const outcome = await work();
        ended({ result: resultOf(outcome), kind: '' });
        return outcome;
      } catch (error) {
        ended(failureOf(error));
        throw error;
      }
    },
    async append(_command: CommandMessage, work: () => Promise<ResolvedAppend>): Promise<ResolvedAppend> {
      const began = performance.now();
      const ended = (result: EndedAppend['result'], unknown: number): void =>
        tellAppended({ result, unknown, seconds: (performance.now() - began) / 1000 });
      try {
        const settled = await work();
        ended(settled.result, settled.tries - (settled.result === 'unknown' ? 0 : 1));
        return settled;
      } catch (error) {
        ended('failed', 0);
        throw error;
      }
    },
  };
}

export function resultOf({ replayed, facts }: Pick<Outcome, 'replayed' | 'facts'>): CommandResult {
  if (replayed) return 'replayed';
  return facts.length > 0 ? 'done' : 'unchanged';
}

export function failureOf(error: unknown): Pick<EndedCommand, 'result' | 'kind'> {
  if (error instanceof Rejection) {
    return error.code === 'changed-meanwhile'
      ? { result: 'conflict', kind: '' }
      : { result: 'rejected', kind: error.kind };
  }
  const away = (error as Error).name === StoreUnavailableError.name || kindOfError(error) === 'passing';
  return { result: away ? 'unavailable' : 'failed', kind: '' };
}
