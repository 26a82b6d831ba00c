import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

/** What an answer says of itself, so that it can be asked for again for ever. */
export interface Instant {
  asOf?: string;
  knownAt?: string;
  definition?: string;
  hash?: string;
  /** Position in the log of what was known at the instant. */
  knownPosition?: string;
  /** What else of the address belongs to it, as the search of an address: `definition=2`. */
  also?: string;
}

interface Held {
  instant?: Instant;
  hold: (instant: Instant | undefined) => void;
}
const InstantContext = createContext<Held>({ hold: () => undefined });

export function FixedInstants({ children }: { children: ReactNode }) {
  const [instant, hold] = useState<Instant>();
  const held = useMemo(() => ({ instant, hold }), [instant]);
  return <InstantContext value={held}>{children}</InstantContext>;
}

export const useInstant = (): Instant | undefined => useContext(InstantContext).instant;

/** A page says by which answer it stands: "Fix this instant" writes that one into the address. */
export function useAnswerOf(instant: Instant | undefined): void {
  const { hold } = useContext(InstantContext);
  const { asOf, knownAt, knownPosition, definition, hash, also } = instant ?? {};
  useEffect(() => {
    const isNone = knownAt === undefined && hash === undefined;
    hold(isNone ? undefined : { asOf, knownAt, knownPosition, definition, hash, also });
    return () => hold(undefined);
  }, [hold, asOf, knownAt, knownPosition, definition, hash, also]);
}
