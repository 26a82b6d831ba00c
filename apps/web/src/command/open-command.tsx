import { useLocation } from '@tanstack/react-router';
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useState,
} from 'react';
import type { Done } from '../api/command';
import { useAddress } from '../time/use-time';
import type { Command } from './command';

const CommandDialog = lazy(() => import('./command-dialog'));

interface Asked<T> {
  /** As the address says it: `_do`. */
  key: string;
  command: Command<T>;
  subject: T;
  /** ETag of what is shown. */
  seen?: string;
  /** False when it cannot be given as things are: whoever has it open goes on, and is told by the server. */
  mayOpen: boolean;
  onDone?: (answer: Done) => void;
}

/** It belongs to the page and the row of its address: at another one the same command is about something else. */
interface Open extends Asked<unknown> {
  at: string;
}

const OpenContext = createContext<(open: Open) => void>(() => undefined);

const useAt = (): string => {
  const { pathname } = useLocation();
  const { _peek, _do } = useAddress().search;
  return JSON.stringify([pathname, _peek, _do]);
};

/**
 * The dialog of the command that the address names. It stands above the page: by what the command records, its button or its
 * row may be gone before its answer comes, and the dialog still waits for that answer and tells it.
 */
export function HoldsOpenCommand({ children }: { children: ReactNode }) {
  const { change } = useAddress();
  const at = useAt();
  const [open, setOpen] = useState<Open>();
  const hold = useCallback(
    (one: Open) => setOpen((now) => (one.mayOpen || now?.at === one.at ? one : now)),
    [],
  );
  if (open && open.at !== at) setOpen(undefined);
  return (
    <OpenContext value={hold}>
      {children}
      {open?.at === at && (
        <Suspense fallback={null}>
          <CommandDialog
            {...open}
            key={aboutOf(open)}
            onClose={() => change({ _do: undefined }, 'replace')}
          />
        </Suspense>
      )}
    </OpenContext>
  );
}

/** Another thing is another dialog, also where the address comes a moment before what it shows. */
const aboutOf = ({ at, command, subject }: Open): string => at + JSON.stringify(command.names(subject));

/** Opens the dialog, and tells it what is shown since then. */
export function useOpenCommand<T>(asked: Asked<T> | undefined): void {
  const hold = useContext(OpenContext);
  const at = useAt();
  useEffect(() => {
    if (asked) hold({ ...(asked as Asked<unknown>), at });
  });
}
