import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';

const ToldContext = createContext<{ told?: string; tell: (text: string | undefined) => void }>({
  tell: () => undefined,
});

/** What was recorded last, said once under the bar and to whoever listens. */
export function TellsWhatWasDone({ children }: { children: ReactNode }) {
  const [told, tell] = useState<string>();
  const value = useMemo(() => ({ told, tell }), [told]);
  return <ToldContext value={value}>{children}</ToldContext>;
}

export const useTell = (): ((text: string | undefined) => void) => useContext(ToldContext).tell;

export function Told() {
  const t = useTranslations('shell');
  const { told, tell } = useContext(ToldContext);
  return (
    <div role="status" data-screen-only>
      {told && (
        <Banner kind="info">
          {told}
          <Button look="quiet" aria-label={t('close')} onPress={() => tell(undefined)}>
            ✕
          </Button>
        </Banner>
      )}
    </div>
  );
}
