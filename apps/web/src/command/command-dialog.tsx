import { useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Done } from '../api/command';
import { useMe } from '../api/session';
import { Dialog } from '../parts/dialog';
import { useTell } from '../shell/told';
import { amountText } from '../words/formats';
import { bodyOf, type Command, initialOf, type Value, type Values } from './command';
import { CommandFields } from './command-fields';
import { CommandForm } from './command-form';
import styles from './command.module.css';
import { forgetTyped, keepReason, keepTyped, typedBefore } from './kept';
import { outcomeOf } from './outcome';
import { useCommand } from './use-command';

interface Props<T> {
  command: Command<T>;
  subject: T;
  /** ETag of what is shown: another one later is what somebody else changed. */
  seen?: string;
  onClose: () => void;
  onDone?: (answer: Done) => void;
}

/** One command about one thing, in a dialog. */
export default function CommandDialog<T>({ command, subject, seen: now, onClose, onDone }: Props<T>) {
  const t = useTranslations('command');
  const { personId, roles, entity } = useMe();
  const tell = useTell();
  const locale = useLocale();
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
  const sent = useCommand({ path, names, body, ...(!begins && { seen }) }, (answer) => {
    if (typeof values.reason === 'string' && values.reason.trim()) keepReason(values.reason.trim());
    const { position } = answer.head;
    const what = { what: t(`name.${command.name}`), position: String(position ?? '–') };
    const money = outcomeOf(answer.body);
    if (money) {
      const [applied, unapplied] = [amountText(money.applied, locale), amountText(money.unapplied, locale)];
      tell({ text: t('recordedMoney', { ...what, ...money, applied, unapplied }), position });
    } else tell({ text: t('recorded', what), position });
    leave();
    onDone?.(answer);
  });
  const set = (name: string, value: Value): void =>
    setValues((before) => {
      const after = { ...before, [name]: value };
      keepTyped(command.name, of, after);
      return after;
    });
  return (
    <Dialog
      title={t(`name.${command.name}`)}
      isOpen
      onClose={sent.isSending ? () => undefined : leave}
      onSend={() => form.current?.requestSubmit()}
    >
      <CommandForm
        form={form}
        name={command.name}
        sent={sent}
        isWhole={body !== undefined}
        isBare={fields.length === 0}
        leave={leave}
        refused={{
          ...{ fields, seen, names, path },
          put: (name, value) => {
            set(name, value);
            drawAgain(drawn + 1);
          },
          applyToNow: () => {
            setSeen(now);
            void sent.submit(now);
          },
        }}
      >
        {(wrong) => (
          <div key={drawn} className={styles.fields}>
            <CommandFields {...{ fields, values, set, wrong }} />
          </div>
        )}
      </CommandForm>
    </Dialog>
  );
}
