import { DialogTrigger } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import type { Done } from '../api/command';
import { useMe } from '../api/session';
import { Button } from '../parts/button';
import { Popover } from '../parts/dialog';
import { useIsOnline } from '../parts/online';
import { useSingleKeys } from '../parts/single-keys';
import { useAddress, useTime } from '../time/use-time';
import type { Command } from './command';
import styles from './command.module.css';
import { useOpenCommand } from './open-command';

interface Props<T> {
  /** In the order of their use. Those that this person may not give are left out. */
  commands: Command<T>[];
  subject: T;
  seen?: string;
  /** How many stand by themselves; the others are behind "More". All, when left out. */
  first?: number;
  /** Tells apart the same command about several things of one page. */
  of?: string;
  /** Beside rows, without a frame. */
  look?: 'plain' | 'quiet';
  onDone?: (answer: Done, command: Command<T>) => void;
}

/**
 * Buttons of the commands that this person may give. The address says which one is open (`_do`), so that whoever has to sign in
 * again finds it. In the past they lead to the present instead.
 */
export function Commands<T>({ commands, subject, seen, first, of, look = 'plain', onDone }: Props<T>) {
  const t = useTranslations('command');
  const time = useTranslations('time');
  const shell = useTranslations('shell');
  const { may, personId, roles, entity } = useMe();
  const { search, change } = useAddress();
  const { state } = useTime();
  const giver = { personId, roles, today: entity.today };
  const allowed = commands.filter(({ path }) => may.includes(`POST ${path}`));
  const isPast = state === 'known-at';
  const keyOf = ({ name }: Command<T>): string => (of === undefined ? name : `${name}.${of}`);
  const open = (command: Command<T>): void => change({ _do: keyOf(command) }, 'replace');
  const isOnline = useIsOnline();
  const cannotOf = ({ cannot }: Command<T>): string | undefined => {
    if (!isOnline) return shell('offline');
    const why = cannot?.(subject, giver);
    return why && t(`cannot.${why}`);
  };
  useSingleKeys((key) => {
    const command = allowed.find(({ shortcut }) => shortcut === key);
    if (!command || isPast || cannotOf(command)) return false;
    open(command);
    return true;
  });
  const chosen = isPast ? undefined : allowed.find((command) => keyOf(command) === search._do);
  useOpenCommand(
    chosen && {
      ...{ key: keyOf(chosen), command: chosen, subject, seen },
      mayOpen: !cannotOf(chosen),
      onDone: onDone && ((answer) => onDone(answer, chosen)),
    },
  );
  if (allowed.length === 0) return null;
  if (isPast) {
    if (of !== undefined) return null;
    const present = { asOf: undefined, knownAt: undefined, known: undefined };
    return <Button onPress={() => change(present)}>{time('actNow')}</Button>;
  }
  const [shown, behind] = [allowed.slice(0, first), first === undefined ? [] : allowed.slice(first)];
  return (
    <>
      {shown.map((command) => (
        <Button
          key={command.name}
          data-command={command.name}
          look={look}
          cannot={cannotOf(command)}
          aria-keyshortcuts={command.shortcut}
          onPress={() => open(command)}
        >
          {t(`name.${command.name}`)}
        </Button>
      ))}
      {behind.length > 0 && (
        <DialogTrigger>
          <Button>
            {t('more')} <span aria-hidden="true">▾</span>
          </Button>
          <Popover title={t('more')}>
            {(close) => (
              <div className={styles.more}>
                <ul>
                  {behind.map((command) => (
                    <Choice
                      key={command.name}
                      {...{ command, cannot: cannotOf(command) }}
                      onChosen={() => {
                        close();
                        open(command);
                      }}
                    />
                  ))}
                </ul>
              </div>
            )}
          </Popover>
        </DialogTrigger>
      )}
    </>
  );
}

interface ChoiceProps<T> {
  command: Command<T>;
  cannot?: string;
  onChosen: () => void;
}

/** Why it cannot be given here stands below it: nobody has to point at it to read that. */
function Choice<T>({ command, cannot, onChosen }: ChoiceProps<T>) {
  const t = useTranslations('command');
  return (
    <li>
      <Button look="quiet" cannot={cannot} aria-keyshortcuts={command.shortcut} onPress={onChosen}>
        {t(`name.${command.name}`)}
      </Button>
      {cannot && <p className={styles.why}>{cannot}</p>}
    </li>
  );
}
