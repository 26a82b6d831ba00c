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

interface Open<T> {
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

const OpenContext = createContext<(open: Open<unknown>) => void>(() => undefined);

/**
 * The dialog of the command that the address names. It stands above the page: by what the command records, its button or its
 * row may be gone before its answer comes, and the dialog still waits for that answer and tells it.
 */
export function HoldsOpenCommand({ children }: { children: ReactNode }) {
  const { search, change } = useAddress();
  const [open, setOpen] = useState<Open<unknown>>();
  const hold = useCallback(
    (one: Open<unknown>) => setOpen((now) => (one.mayOpen || now?.key === one.key ? one : now)),
    [],
  );
  if (open && open.key !== search._do) setOpen(undefined);
  return (
    <OpenContext value={hold}>
      {children}
      {open && open.key === search._do && (
        <Suspense fallback={null}>
          <CommandDialog {...open} key={open.key} onClose={() => change({ _do: undefined }, 'replace')} />
        </Suspense>
      )}
    </OpenContext>
  );
}

/** Opens the dialog, and tells it what is shown since then. */
export function useOpenCommand<T>(open: Open<T> | undefined): void {
  const hold = useContext(OpenContext);
  useEffect(() => {
    if (open) hold(open as Open<unknown>);
  });
}
