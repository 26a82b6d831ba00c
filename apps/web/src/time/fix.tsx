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
  /** Of the answer to the fixed address: not asked for yet, on its way, or there. */
  const [stage, setStage] = useState<'asked' | 'coming' | 'there'>('there');
  const { search, change } = useAddress();
  const [copied, setCopied] = useState<'link' | 'hash'>();
  const { knownAt: fixedAt } = timeOf(search);
  const isComing =
    useIsFetching({
      predicate: ({ queryKey }) => fixedAt !== undefined && JSON.stringify(queryKey).includes(fixedAt),
    }) > 0;
  // The address changes some frames before anything is asked of it: that nothing is on its way yet does not mean that it came.
  if (stage === 'asked' && isComing) setStage('coming');
  if (stage === 'coming' && !isComing) setStage('there');
  if (stage === 'asked' && fixedAt !== undefined && shown?.hash && shown !== kept) setStage('there');
  // What is fixed is asked for once more: until it has come, what was said of it stays.
  const instant = shown?.knownAt ? shown : isOpen ? kept : undefined;
  if (!instant?.knownAt) return null;
  const { asOf, knownAt, definition, also = '' } = instant;
  // The hash is of the answer to the fixed address: that of the one before says another instant.
  const hash = stage === 'there' && !isComing && fixedAt !== undefined ? instant.hash : undefined;
  const copy = (what: 'link' | 'hash', text: string): void =>
    void navigator.clipboard.writeText(text).then(() => setCopied(what));
  const fix = (): void => {
    setCopied(undefined);
    keep(instant);
    // What the address says already stays as it is.
    const fixed = { ...search, ...parseSearch(also), asOf, knownAt, ...timeOf(search) };
    if (JSON.stringify(fixed) === JSON.stringify(search)) return setStage('there');
    setStage('asked');
    change(fixed);
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
            {stage === 'there' && fixedAt !== undefined && (
              <Button onPress={() => copy('link', window.location.href)}>
                {t(copied === 'link' ? 'copied' : 'copyLink')}
              </Button>
            )}
            {hash && (
              <>
                <p>{t('fixedHash', { definition: definition ?? '–', hash: hash.slice(0, 12) })}</p>
                <Button onPress={() => copy('hash', hash)}>
                  {t(copied === 'hash' ? 'copied' : 'copyAll')}
                </Button>
              </>
            )}
          </div>
        )}
      </Popover>
    </DialogTrigger>
  );
}
