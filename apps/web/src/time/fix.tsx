import { useIsFetching } from '@tanstack/react-query';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { Button } from '../parts/button';
import { Popover } from '../parts/dialog';
import { useInstant } from './instant';
import styles from './time-bar.module.css';
import { parseSearch, timeOf } from './search';
import { useAddress } from './use-time';

/** Writes the instant of the answer itself into the address: the link then gives the same bytes for ever. */
export function FixInstant() {
  const t = useTranslations('time');
  const shown = useInstant();
  const [isOpen, setOpen] = useState(false);
  const [kept, keep] = useState(shown);
  const { search, change } = useAddress();
  const [isCopied, setCopied] = useState(false);
  const isComing = useIsFetching() > 0;
  // What is fixed is asked for once more: until it has come, what was said of it stays.
  const instant = shown?.knownAt ? shown : isOpen ? kept : undefined;
  if (!instant?.knownAt) return null;
  const { asOf, knownAt, definition, also = '' } = instant;
  // The hash is of the answer to the fixed address: that of the one before says another instant.
  const hash = isComing || timeOf(search).knownAt === undefined ? undefined : instant.hash;
  const fix = (): void => {
    setCopied(false);
    keep(instant);
    // What the address says already stays as it is.
    change({ ...parseSearch(also), asOf, knownAt, ...timeOf(search) });
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button look="quiet" data-keys="t f" onPress={fix}>
        {t('fix')}
      </Button>
      <Popover title={t('fix')}>
        {() => (
          <div className={styles.fixed}>
            <p>{t('fixed')}</p>
            {hash && (
              <>
                <p>{t('fixedHash', { definition: definition ?? '–', hash: hash.slice(0, 12) })}</p>
                <Button onPress={() => void navigator.clipboard.writeText(hash).then(() => setCopied(true))}>
                  {isCopied ? t('copied') : t('copyAll')}
                </Button>
              </>
            )}
          </div>
        )}
      </Popover>
    </DialogTrigger>
  );
}
