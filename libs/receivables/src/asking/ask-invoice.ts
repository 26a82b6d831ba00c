import { causedBy, type CommandMessage, type Execute, type RecordedFact } from '@quittance/event-store';

/** Invoices asked side by side. */
export const AT_ONCE = 16;

/**
 * Sends an invoice a command that a fact of another document causes: take this part, give that one back. The command
 * hangs on the fact alone, so that it may be sent again, and by anyone; the invoice answers each of them once.
 * @param key unique among the commands that the fact causes
 * @returns its answer; undefined: it cannot be asked now, and what was asked is pending
 */
export async function askInvoice<Command extends CommandMessage>(
  execute: Execute,
  fact: RecordedFact,
  key: string,
  command: { type: new () => Command; body: Omit<Command, 'context' | 'statedRecordedAt'> },
): Promise<RecordedFact | undefined> {
  const { type, body } = command;
  const { statedRecordedAt } = fact.metadata;
  const context = causedBy(fact, key, body);
  try {
    return (await execute(Object.assign(new type(), body, { statedRecordedAt, context }))).facts[0];
  } catch {
    return undefined;
  }
}
