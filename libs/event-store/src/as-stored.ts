import { folded } from '@quittance/kernel';
import type { CommandMessage } from './command.js';
import type { AnyRoute } from './command-route.js';

/** The command with its ids and numbers as they stand in the log, or as they will: as written where that is there, else folded. */
export async function asStored(
  command: CommandMessage,
  { ids }: AnyRoute,
  entity: string,
  exists: (stream: string) => Promise<boolean>,
): Promise<CommandMessage> {
  const changed: Record<string, string> = {};
  for (const [field, stream] of Object.entries(ids ?? {})) {
    const written = (command as unknown as Record<string, unknown>)[field];
    if (typeof written !== 'string') continue;
    const text = folded(written);
    if (text !== written && !(await exists(stream(entity, written, command)))) changed[field] = text;
  }
  if (Object.keys(changed).length === 0) return command;
  return Object.assign(
    Object.create(Object.getPrototypeOf(command) as object),
    command,
    changed,
  ) as CommandMessage;
}
