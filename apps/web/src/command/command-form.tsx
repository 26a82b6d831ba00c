import type { ComponentProps, ReactNode, RefObject } from 'react';
import { Form } from 'react-aria-components';
import { useLocale, useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { useIsOnline } from '../parts/online';
import { useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import { useRefusal } from '../words/refusals';
import type { CommandName } from './command';
import styles from './command.module.css';
import { Records } from './records';
import { Refused } from './refused';
import { AskedAgain } from './asked-again';
import type { useCommand } from './use-command';
import { useFirstWrong, useWarnOfLeaving } from './use-form';

interface Props {
  /** Whoever holds it sends it, by keys. */
  form: RefObject<HTMLFormElement | null>;
  name: CommandName;
  /** The command on its way. */
  sent: ReturnType<typeof useCommand>;
  /** What a refusal knows of the command. */
  refused: Omit<ComponentProps<typeof Refused>, 'problem' | 'discard'>;
  /** Nothing that is needed is missing. */
  isWhole: boolean;
  /** There is nothing to fill in: Enter sends. */
  isBare?: boolean;
  leave: () => void;
  /** @param wrong what the server says against a field, by its name */
  children: (wrong: Record<string, string>) => ReactNode;
}

/** What stands around the fields of every command: why it is refused, whether it is known how it ended, what it records, and how to send it. */
export function CommandForm({ form, name, sent, refused, isWhole, isBare, leave, children }: Props) {
  const t = useTranslations('command');
  const parts = useTranslations('parts');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const { today } = useMe().entity;
  const { state } = useTime();
  const { submit, isSending, isUnknown, again, problem, preview } = sent;
  useFirstWrong(form, problem);
  useWarnOfLeaving(isUnknown);
  const { byField: wrong } = useRefusal(problem);
  const isOnline = useIsOnline();
  return (
    <Form
      ref={form}
      className={styles.form}
      validationErrors={wrong}
      onSubmit={(event) => {
        event.preventDefault();
        if (isOnline) void submit();
      }}
    >
      {problem && <Refused {...refused} problem={problem} discard={leave} />}
      {state === 'as-of' && <Banner kind="past">{t('datedToday', { day: dayText(today, locale) })}</Banner>}
      {isUnknown && (again ? <AskedAgain at={again} /> : <Banner kind="warning">{parts('unknown')}</Banner>)}
      {children(wrong)}
      <Records preview={preview} isWhole={isWhole} isRefused={problem !== undefined} />
      <div className={styles.actions}>
        <span className={styles.hint}>{t('sendKeys')}</span>
        <Button onPress={leave}>{shell('cancel')}</Button>
        <Button
          type="submit"
          look="main"
          isPending={isSending}
          autoFocus={isBare}
          cannot={isOnline ? undefined : shell('offline')}
        >
          {t(`name.${name}`)}
        </Button>
      </div>
    </Form>
  );
}
