import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useLocale, useTranslations } from 'use-intl';
import type { Done } from '../api/command';
import { useMe } from '../api/session';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { useTell } from '../shell/told';
import { useTime } from '../time/use-time';
import { amountText, dayText } from '../words/formats';
import { bodyOf, type Command, initialOf, type Value, type Values } from './command';
import { CommandFields } from './command-fields';
import styles from './command.module.css';
import { forgetTyped, keepReason, keepTyped, typedBefore } from './kept';
import { Records } from './records';
import { outcomeOf } from './outcome';
import { Refused } from './refused';
import { useCommand } from './use-command';
import { useFirstWrong, useWarnOfLeaving } from './use-form';

interface Props<T> {
  command: Command<T>;
  subject: T;
  /** ETag of what is shown: another one later is what somebody else changed. */
  seen?: string;
  onClose: () => void;
  onDone?: (answer: Done) => void;
}

/** One command: its fields, what it would record, and what the server says against it. */
export default function CommandDialog<T>({ command, subject, seen: now, onClose, onDone }: Props<T>) {
  const t = useTranslations('command');
  const parts = useTranslations('parts');
  const shell = useTranslations('shell');
  const { personId, roles, entity } = useMe();
  const tell = useTell();
  const locale = useLocale();
  const { state } = useTime();
  const form = useRef<HTMLFormElement>(null);
  // As it was when the dialog was opened: what comes meanwhile does not change the fields under somebody's hands.
  const [{ fields, names, of }] = useState(() => {
    const asked = command.names(subject);
    const { today } = entity;
    return {
      fields: command.fields(subject, { personId, roles, today }),
      names: asked,
      of: Object.values(asked).join('/'),
    };
  });
  const [seen, setSeen] = useState(now);
  const [values, setValues] = useState<Values>(() => typedBefore(command.name, of) ?? initialOf(fields));
  const [drawn, drawAgain] = useState(0);
  const leave = (): void => {
    forgetTyped(command.name, of);
    onClose();
  };
  const body = bodyOf(command, fields, values, subject);
  const { path, begins } = command;
  const { submit, isSending, isUnknown, problem, preview } = useCommand(
    { path, names, body, ...(!begins && { seen }) },
    (answer) => {
      if (typeof values.reason === 'string' && values.reason.trim()) keepReason(values.reason.trim());
      const what = { what: t(`name.${command.name}`), position: String(answer.head.position ?? '–') };
      const money = outcomeOf(answer.body);
      if (money) {
        const [applied, unapplied] = [amountText(money.applied, locale), amountText(money.unapplied, locale)];
        tell(t('recordedMoney', { ...what, ...money, applied, unapplied }));
      } else tell(t('recorded', what));
      leave();
      onDone?.(answer);
    },
  );
  const set = (name: string, value: Value): void =>
    setValues((before) => {
      const after = { ...before, [name]: value };
      keepTyped(command.name, of, after);
      return after;
    });
  useFirstWrong(form, problem);
  useWarnOfLeaving(isUnknown);
  const wrong = problem?.byField() ?? {};
  return (
    <Dialog
      title={t(`name.${command.name}`)}
      isOpen
      onClose={isSending ? () => undefined : leave}
      onSend={() => form.current?.requestSubmit()}
    >
      <Form
        ref={form}
        className={styles.form}
        validationErrors={wrong}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {problem && (
          <Refused
            {...{ problem, fields, seen, names, path }}
            put={(name, value) => {
              set(name, value);
              drawAgain(drawn + 1);
            }}
            applyToNow={() => {
              setSeen(now);
              void submit(now);
            }}
          />
        )}
        {state === 'as-of' && (
          <Banner kind="past">{t('datedToday', { day: dayText(entity.today, locale) })}</Banner>
        )}
        {isUnknown && <Banner kind="warning">{parts('unknown')}</Banner>}
        <div key={drawn} className={styles.fields}>
          <CommandFields {...{ fields, values, set, wrong }} />
        </div>
        <Records preview={preview} isWhole={body !== undefined} isRefused={problem !== undefined} />
        <div className={styles.actions}>
          <span className={styles.hint}>{t('sendKeys')}</span>
          <Button onPress={leave}>{shell('cancel')}</Button>
          {/* Where nothing is to be filled in, Enter sends. */}
          <Button type="submit" look="main" isPending={isSending} autoFocus={fields.length === 0}>
            {t(`name.${command.name}`)}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
