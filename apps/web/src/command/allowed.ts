import { useMe } from '../api/session';
import { useTime } from '../time/use-time';
import type { Command } from './command';

/** Those of the commands that this person may give about many things at once: none of a past that is fixed. */
export function useAllowed<T>(commands: Command<T>[]): Command<T>[] {
  const { may } = useMe();
  const { state } = useTime();
  return state === 'known-at' ? [] : commands.filter(({ path }) => may.includes(`POST ${path}`));
}
