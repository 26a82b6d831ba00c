import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMay } from '../api/session';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Go } from '../parts/go';

/** What was done, and the fact that says so. */
export interface Done {
  text: string;
  position?: bigint;
}

type Tell = (done: Done | undefined) => void;
const ToldContext = createContext<{ told?: Done; tell: Tell }>({
  tell: () => undefined,
});

/** What was recorded last, said once under the bar and to whoever listens. */
export function TellsWhatWasDone({ children }: { children: ReactNode }) {
  const [told, tell] = useState<Done>();
  const value = useMemo(() => ({ told, tell }), [told]);
  return <ToldContext value={value}>{children}</ToldContext>;
}

export const useTell = (): Tell => useContext(ToldContext).tell;

export function Told() {
  const t = useTranslations('shell');
  const { told, tell } = useContext(ToldContext);
  const mayLook = useMay('GET /v1/facts/{position}');
  return (
    <div role="status" data-screen-only>
      {told && (
        <Banner kind="info">
          {told.text}
          {told.position !== undefined && mayLook && (
            <Go to="/facts/$position" params={{ position: String(told.position) }}>
              {t('showFact')}
            </Go>
          )}
          <Button look="quiet" aria-label={t('close')} onPress={() => tell(undefined)}>
            ✕
          </Button>
        </Banner>
      )}
    </div>
  );
}
