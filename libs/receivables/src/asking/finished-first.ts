import type { CommandMessage, Execute } from '@quittance/event-store';
import type { Rejection } from '@quittance/kernel';

/**
 * What is left of a document is known when the invoices have answered: a refusal that may rest on one that has not is looked at
 * again, once they were asked.
 * @param codes of such refusals
 */
export const finishedFirst =
  <Command extends CommandMessage>(
    codes: readonly string[],
    finish: (command: Command) => Omit<CommandMessage, 'statedRecordedAt'>,
  ) =>
  async (command: Command, { code }: Rejection, execute: Execute): Promise<CommandMessage | undefined> => {
    if (!codes.includes(code)) return undefined;
    // Should it fail: what the command asks for is looked at as it stands.
    await execute(finish(command) as CommandMessage).catch(() => undefined);
    return command;
  };
