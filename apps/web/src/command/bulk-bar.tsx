import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../parts/button';
import { useIsOnline } from '../parts/online';
import type { Thing } from './bulk-dialog';
import type { Command } from './command';
import styles from './command.module.css';

const BulkDialog = lazy(() => import('./bulk-dialog'));

/** Things that one command is given about in one go; more need a narrower question. */
export const MOST_AT_ONCE = 500;

interface Props<T> {
  /** Those that this person may give. */
  commands: Command<T>[];
  things: readonly Thing<T>[];
  /** How many match in all, where the server said so. */
  all?: number;
  chooseAll: () => Promise<void>;
  clear: () => void;
  /** What those that are chosen come to. */
  sums?: string;
  /** What else can be done with them. */
  children?: ReactNode;
}

/** What can be done with the rows that are chosen. */
export function BulkBar<T>({ commands, things, all, chooseAll, clear, sums, children }: Props<T>) {
  const t = useTranslations('bulk');
  const words = useTranslations('command');
  const shell = useTranslations('shell');
  const isOnline = useIsOnline();
  const [open, setOpen] = useState<Command<T>>();
  const [isAsking, setAsking] = useState(false);
  // What was done to them may leave none: its outcomes stay until they are closed.
  if ((things.length === 0 && !open) || commands.length === 0) return null;
  const tooMany = things.length > MOST_AT_ONCE ? t('tooMany', { most: MOST_AT_ONCE }) : undefined;
  const cannot = isOnline ? tooMany : shell('offline');
  const isMore = all !== undefined && all > things.length;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('toolbar')}>
      <span role="status">
        {all === undefined
          ? t('chosen', { count: things.length })
          : t('chosenOf', { count: things.length, all })}
        {sums && ` · ${sums}`}
      </span>
      {isMore && (
        <Button
          look="quiet"
          cannot={all > MOST_AT_ONCE ? t('tooMany', { most: MOST_AT_ONCE }) : undefined}
          isPending={isAsking}
          onPress={() => {
            setAsking(true);
            void chooseAll().finally(() => setAsking(false));
          }}
        >
          {t('chooseAll', { count: all })}
        </Button>
      )}
      <Button look="quiet" onPress={clear}>
        {t('clear')}
      </Button>
      {commands.map((command) => (
        <Button key={command.name} cannot={cannot} onPress={() => setOpen(command)}>
          {words(`name.${command.name}`)}
        </Button>
      ))}
      {children}
      {open && (
        <Suspense fallback={null}>
          <BulkDialog
            key={open.name}
            command={open as Command<unknown>}
            things={things}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
